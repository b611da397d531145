// The request, and what is wrong with it. The fields have what most requests have, the text has all of it.

import * as service from './service.js';
import {at} from './dom.js';

const LISTS = ['assetPaths', 'metadataPaths', 'extensions'];
const TEXTS = ['collection', 'itemId', 'provider', 'source'];
const NAMES = [...LISTS, ...TEXTS];
const form = at('request');
const button = at('submit');
const asJson = at('as-json');

asJson.addEventListener('click', () => {
  showFaults([], '');
  try {
    if (inText()) {
      fill(request());
    } else {
      at('request-json').value = JSON.stringify(request(), null, 2);
      useText(true);
    }
  } catch (problem) {
    showProblem(problem);
  }
});

export function onSubmitted(listener) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    showFaults([], '');
    button.disabled = true;
    try {
      listener((await service.submit(request())).job_id);
    } catch (problem) {
      showProblem(problem);
    } finally {
      button.disabled = false;
    }
  });
}

// Shows a request in the fields, or as text where the fields lack something of it.
export function edit(request) {
  showFaults([], '');
  fill(request);
  at(inText() ? 'request-json' : 'assetPaths').focus();
}

export function useFolder(folder) {
  fill({assetPaths: [`${folder.replace(/\/$/, '')}/`]});
  at('assetPaths').focus();
}

function fill(request) {
  const beyond = Object.keys(request).some(name => !NAMES.includes(name));
  if (beyond) {
    at('request-json').value = JSON.stringify(request, null, 2);
  } else {
    LISTS.forEach(name => at(name).value = (request[name] ?? []).join('\n'));
    TEXTS.forEach(name => at(name).value = request[name] ?? (name === 'source' ? 'automatic' : ''));
    form.querySelector('details').open ||= ['collection', 'itemId', 'provider', 'extensions'].some(name => at(name).value !== '');
  }
  useText(beyond);
}

function useText(chosen) {
  at('fields').hidden = chosen;
  at('text').hidden = !chosen;
  asJson.setAttribute('aria-pressed', chosen);
}

function inText() {
  return !at('text').hidden;
}

function request() {
  if (inText()) {
    return JSON.parse(at('request-json').value);
  }
  const lists = LISTS.map(name => [name, lines(name)]);
  const texts = TEXTS.map(name => [name, at(name).value.trim()]).filter(([, text]) => text !== '');
  return Object.fromEntries([...lists, ...texts]);
}

function lines(name) {
  return at(name).value.split('\n').map(line => line.trim()).filter(line => line !== '');
}

function showProblem(problem) {
  const known = inText() ? [] : problem.faults?.filter(fault => NAMES.includes(nameOf(fault))) ?? [];
  const others = problem.faults?.filter(fault => !known.includes(fault)) ?? [];
  const rest = others.map(fault => `${fault.pointer} ${fault.message}`.trim());
  showFaults(known, known.length > 0 ? rest.join('\n') : [problem.message, ...rest].join('\n'));
}

function nameOf(fault) {
  return fault.pointer.split('/')[1];
}

function showFaults(faults, message) {
  for (const name of NAMES) {
    const own = faults.filter(fault => nameOf(fault) === name);
    at(`${name}-fault`).textContent = own.map(sentence).join('\n');
    at(name).setAttribute('aria-invalid', own.length > 0);
  }
  at('request-fault').textContent = message;
  const first = form.querySelector('[aria-invalid="true"]');
  first?.closest('details')?.setAttribute('open', '');
  first?.focus();
}

function sentence(fault) {
  const index = fault.pointer.split('/')[2];
  return index === undefined ? fault.message : `line ${Number(index) + 1}: ${fault.message}`;
}
