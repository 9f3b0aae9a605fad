'use strict';

// Shows administrators what GET /api/schema tells. The token is kept in this page only.
let token;

const part = id => document.getElementById(id);

function show(id, text, good) {
  part(id).textContent = text;
  part(id).className = good === undefined ? '' : good ? 'good' : 'bad';
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
  const when = row.installedOn.replace('T', ' ').replace(/\.\d+Z|Z/, ' UTC');
  who.textContent = `${row.installedBy}, ${when}, ${row.milliseconds} ms, ${row.script}`;
  item.append(who);
  part('history').append(item);
}

async function read() {
  const answer = await fetch('/api/schema', { headers: { Authorization: `Bearer ${token}` } });
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
  show('drift', report.drift.length ? `missing: ${report.drift.join(', ')}` : 'none that this service sees', !report.drift.length);
  part('history').replaceChildren();
  report.history.toReversed().forEach(showRow);
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
