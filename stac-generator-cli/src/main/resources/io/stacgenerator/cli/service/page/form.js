// The request, and what is wrong with it.

import * as service from './service.js';

const LISTS = ['assetPaths', 'metadataPaths', 'extensions'];
const TEXTS = ['collection', 'itemId', 'provider', 'source'];
const form = document.getElementById('request');
const button = document.getElementById('submit');

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

function request() {
  const lists = LISTS.map(name => [name, lines(name)]);
  const texts = TEXTS.map(name => [name, field(name).value.trim()]).filter(([, text]) => text !== '');
  return Object.fromEntries([...lists, ...texts]);
}

function lines(name) {
  return field(name).value.split('\n').map(line => line.trim()).filter(line => line !== '');
}

function field(name) {
  return document.getElementById(name);
}

function showProblem(problem) {
  const known = problem.faults?.filter(fault => names().includes(nameOf(fault))) ?? [];
  const others = problem.faults?.filter(fault => !known.includes(fault)) ?? [];
  const rest = others.map(fault => `${fault.pointer} ${fault.message}`.trim());
  showFaults(known, known.length > 0 ? rest.join('\n') : [problem.message, ...rest].join('\n'));
}

function names() {
  return [...LISTS, ...TEXTS];
}

function nameOf(fault) {
  return fault.pointer.split('/')[1];
}

function showFaults(faults, message) {
  for (const name of names()) {
    const own = faults.filter(fault => nameOf(fault) === name);
    document.getElementById(`${name}-fault`).textContent = own.map(sentence).join('\n');
    field(name).setAttribute('aria-invalid', own.length > 0);
  }
  document.getElementById('request-fault').textContent = message;
  const first = form.querySelector('[aria-invalid="true"]');
  first?.closest('details')?.setAttribute('open', '');
  first?.focus();
}

function sentence(fault) {
  const index = fault.pointer.split('/')[2];
  return index === undefined ? fault.message : `line ${Number(index) + 1}: ${fault.message}`;
}
