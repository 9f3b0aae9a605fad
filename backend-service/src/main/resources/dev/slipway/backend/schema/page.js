// Shows administrators what GET /api/schema tells, within the report on the scripts. The token is kept in this page only.
let token;

const part = id => document.getElementById(id);

function show(id, text, good) {
  part(id).textContent = text;
  part(id).className = good === undefined ? '' : good ? 'good' : 'bad';
}

function how(row) {
  const when = row.installedOn.replace('T', ' ').replace(/\.\d+Z|Z/, ' UTC');
  return `${when} by ${row.installedBy} in ${row.milliseconds} ms`;
}

function showRow(row) {
  const item = document.createElement('li');
  const what = document.createElement('b');
  what.textContent = `${row.version ?? 'repeatable'} ${row.description}`;
  item.append(what);
  if (!row.success) {
    item.append(' failed');
    item.className = 'bad';
  }
  const who = document.createElement('span');
  who.textContent = `${how(row)}, ${row.script}`;
  item.append(who);
  part('history').append(item);
}

const ask = path => fetch(path, { headers: { Authorization: `Bearer ${token}` } });

// What the scripts make is the same as long as the service runs; where the database is, is told by the service.
async function loadScripts(position) {
  if (part('revisions')) {
    return;
  }
  const page = new DOMParser().parseFromString(await (await ask('/api/schema/report')).text(), 'text/html');
  part('scripts').replaceChildren(page.getElementById('schema'), page.getElementById('revisions'));
  for (const option of part('at')?.options ?? []) {
    if (position.length === 1 && option.dataset.name === position[0]) {
      option.selected = true;
    }
  }
  const script = document.createElement('script');
  script.src = '/schema/report.js';
  document.head.append(script);
}

// The last row of a revision says whether it is applied.
function showRevision(item, history, position) {
  const revision = item.dataset.revision;
  const row = history.findLast(each => each.version === revision);
  const applied = row?.success && row.type !== 'DELETE';
  item.querySelector('.run').textContent = applied ? `applied ${how(row)}` : 'the history has no row that it is applied';
  item.querySelectorAll('.live').forEach(chip => chip.remove());
  if (position.includes(revision)) {
    const chip = document.createElement('span');
    chip.className = 'live chip current';
    chip.textContent = 'the database';
    item.querySelector('summary').append(chip);
  }
}

async function read() {
  const answer = await ask('/api/schema');
  const report = await answer.json();
  part('report').hidden = !answer.ok;
  part('sign-in').hidden = answer.ok;
  show('message', answer.ok ? '' : report.detail, answer.ok);
  if (!answer.ok) {
    return;
  }
  show('state', `${report.verdict}: ${report.message}`, report.compatible);
  show('found', report.found ?? 'none');
  show('expected', report.expected);
  show('pending', report.pending ? `up to ${report.pending}` : 'nothing', !report.pending);
  show('drift', report.drift.length ? `missing: ${report.drift.join(', ')}` : 'none in the columns that this service uses; all else is told by slipway drift', !report.drift.length);
  part('history').replaceChildren();
  report.history.toReversed().forEach(showRow);
  const position = report.found?.split(', ') ?? [];
  await loadScripts(position);
  document.querySelectorAll('#revisions li[data-revision]').forEach(item => showRevision(item, report.history, position));
}

async function signIn(form) {
  const answer = await fetch('/api/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(new FormData(form))),
  });
  const signedIn = await answer.json();
  form.reset();
  if (answer.ok) {
    token = signedIn.accessToken;
    await read();
  } else {
    show('message', signedIn.detail, false);
  }
}

// without this script the form would send the password as the browser likes
part('sign-in').querySelector('button').disabled = false;
part('sign-in').addEventListener('submit', event => {
  event.preventDefault();
  signIn(event.target);
});
part('again').addEventListener('click', read);
