'use strict';

// Shows the diagram at another revision, or what differs between two. Each part of it has a line for each place where it
// changes: "3 bigint not null", or "5" if it is not there from then on.
const MARKS = { added: '+ ', removed: '- ', changed: '~ ' };
const LONGEST = 48;

const cut = text => text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;

function stateAt(part, place) {
  let state;
  for (const line of part.dataset.states.split('\n')) {
    const space = line.indexOf(' ');
    if (Number(space < 0 ? line : line.slice(0, space)) > place) {
      break;
    }
    state = space < 0 ? undefined : line.slice(space + 1);
  }
  return state;
}

function difference(before, now) {
  return before === now ? '' : before === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
}

function draw(part, at, compared) {
  const now = stateAt(part, at);
  const before = compared < 0 ? now : stateAt(part, compared);
  const kind = part.getAttribute('class').split(' ')[0];
  const found = difference(before, now);
  const absent = now === undefined && before === undefined;
  part.setAttribute('class', [kind, found, absent ? 'absent' : ''].filter(Boolean).join(' '));
  const [mark, , type] = part.querySelectorAll(':scope > text > tspan');
  if (type) {
    mark.textContent = MARKS[found] ?? '';
    const text = found === 'changed' ? `${before} → ${now}` : now ?? before ?? '';
    type.textContent = cut(text);
    part.querySelector(':scope > title').textContent = text;
  }
  return { kind, found };
}

const choice = id => document.getElementById(id);

function show() {
  const at = Number(choice('at').value);
  const compared = Number(choice('with').value);
  const counts = new Map();
  for (const part of document.querySelectorAll('[data-states]')) {
    const { kind, found } = draw(part, at, compared);
    if (found) {
      const key = `${kind.replace('-', ' ')}s ${found}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  choice('difference').textContent = compared < 0 ? ''
    : counts.size === 0 ? 'no difference'
    : [...counts].map(([what, count]) => `${what}: ${count}`).join(', ');
}

// The address says what is shown, "#at=7&with=5", so that a comparison can be passed on.
function read() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const id of ['at', 'with']) {
    const option = [...choice(id).options].find(each => each.dataset.name === given.get(id));
    if (option) {
      option.selected = true;
    }
  }
  show();
}

function write() {
  const given = new URLSearchParams();
  for (const id of ['at', 'with']) {
    given.set(id, choice(id).selectedOptions[0].dataset.name);
  }
  history.replaceState(null, '', `#${given}`);
  show();
}

function start() {
  if (choice('choice')) {
    choice('choice').addEventListener('change', write);
    choice('choice').addEventListener('submit', event => event.preventDefault());
    addEventListener('hashchange', read);
    read();
  }
}

// a service may show this page within one of its own, which is loaded by then
if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
