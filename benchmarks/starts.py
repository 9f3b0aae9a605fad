"""What a command costs that speaks to no database, beside an empty Java program."""

import os

from measure import JAVA, ROOT, cost_of, costs, output_of, say


def commands(jar, flags, cache, folder, scripts):
    """The words of each contender."""
    source = ROOT / "benchmarks/contenders/Empty.java"
    output_of([os.path.join(os.path.dirname(JAVA), "javac"), "-d", folder, str(source)])
    heads = ["heads", "--locations", f"filesystem:{scripts}"]
    found = {"an empty Java program": [JAVA, *flags, "-cp", folder, "Empty"]}
    for name, options in [("AOT cache", cache), ("plain jar", [])]:
        for words in [["--version"], ["--help"], heads]:
            found[f"Slipway, {name}: `{words[0]}`"] = [JAVA, *flags, *options, "-jar", str(jar), *words]
    return found


def compare(found, title, rounds):
    """The table, one round after the other."""
    done = {name: [] for name in found}
    for number in range(rounds):
        say(f"runner: starts, round {number + 1} of {rounds}")
        for name, words in found.items():
            done[name].append(cost_of(words))
    return costs(title, done)
