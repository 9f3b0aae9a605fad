'use strict';

// Shows the description of the API and sends requests. The token is kept in this page only.
let description;
let token;

function element(name, parent, text) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  parent.append(made);
  return made;
}

function resolve(schema) {
  if (schema.$ref) {
    return resolve(description.components.schemas[schema.$ref.split('/').pop()]);
  }
  return schema.allOf ? Object.assign({}, ...schema.allOf.map(resolve)) : schema;
}

function example(schema) {
  const resolved = resolve(schema);
  if (resolved.properties) {
    return Object.fromEntries(Object.entries(resolved.properties).map(([name, type]) => [name, example(type)]));
  }
  switch (resolved.type) {
    case 'array': return [example(resolved.items)];
    case 'boolean': return true;
    case 'integer': return resolved.minimum ?? 1;
    default: return '';
  }
}

function rules(schema) {
  const resolved = resolve(schema);
  return ['format', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'default']
    .filter(rule => resolved[rule] !== undefined)
    .map(rule => `${rule} ${resolved[rule]}`)
    .join(', ');
}

function showParameters(form, parameters) {
  return parameters.map(parameter => {
    const label = element('label', form);
    element('code', label, parameter.name);
    const input = element('input', label);
    input.required = Boolean(parameter.required);
    label.append(` ${parameter.in} ${resolve(parameter.schema).type} ${rules(parameter.schema)} `);
    label.append(parameter.description ?? '');
    return { parameter, input };
  });
}

function showBody(form, body) {
  if (!body) {
    return undefined;
  }
  const schema = body.content['application/json'].schema;
  for (const [name, property] of Object.entries(resolve(schema).properties ?? {})) {
    const line = element('label', form);
    element('code', line, name);
    line.append(` ${resolve(property).type} ${rules(property)} ${resolve(property).description ?? ''}`);
  }
  const area = element('textarea', form);
  area.value = JSON.stringify(example(schema), null, 2);
  return area;
}

async function send(method, path, inputs, body) {
  let address = path;
  const query = new URLSearchParams();
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  for (const { parameter, input } of inputs.filter(({ input }) => input.value)) {
    switch (parameter.in) {
      case 'path': address = address.replace(`{${parameter.name}}`, encodeURIComponent(input.value)); break;
      case 'query': query.set(parameter.name, input.value); break;
      default: headers[parameter.name] = input.value;
    }
  }
  if (body) {
    headers['Content-Type'] = 'application/json';
  }
  return fetch(query.size ? `${address}?${query}` : address, { method: method.toUpperCase(), headers, body: body?.value });
}

async function show(answer, output) {
  const text = await answer.text();
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // not JSON: shown as it is
  }
  const tag = answer.headers.get('ETag');
  output.textContent = `${answer.status}${tag ? `  ETag ${tag}` : ''}\n${shown}`;
}

function showOperation(parent, path, method, operation) {
  const details = element('details', parent);
  const summary = element('summary', details);
  element('b', summary, method.toUpperCase());
  element('code', summary, path);
  summary.append(` ${operation.summary ?? ''}`);
  const form = element('form', details);
  const inputs = showParameters(form, operation.parameters ?? []);
  const body = showBody(form, operation.requestBody);
  element('button', form, 'Send');
  const output = element('pre', details, Object.entries(operation.responses)
    .map(([status, response]) => `${status} ${response.description}`).join('\n'));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    await show(await send(method, path, inputs, body), output);
  });
}

function signIn(form) {
  // without this script the form would send the password as the browser likes
  form.querySelector('button').disabled = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const answer = await fetch('/api/auth/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(new FormData(form))),
    });
    const signedIn = await answer.json();
    token = signedIn.accessToken;
    form.querySelector('output').textContent = answer.ok ? `signed in as ${signedIn.role}` : signedIn.detail;
  });
}

async function main() {
  description = await (await fetch('/openapi.json')).json();
  document.getElementById('title').textContent = description.info.title;
  document.getElementById('about').textContent = description.info.description;
  signIn(document.getElementById('sign-in'));
  for (const [path, operations] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      showOperation(document.getElementById('operations'), path, method, operation);
    }
  }
}

main();
