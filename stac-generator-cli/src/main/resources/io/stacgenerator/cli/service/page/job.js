// One job: its state, and its item or its error.

import * as service from './service.js';
import * as map from './map.js';
import {setState} from './jobs.js';
import {elapsed} from './time.js';

const RUNNING = ['queued', 'started', 'scheduled'];
const GIVEN_UP = ['failed', 'stopped', 'canceled'];
const at = id => document.getElementById(id);
let shown = '';

for (const [name, change] of Object.entries({cancel: service.cancel, requeue: service.requeue})) {
  at(name).addEventListener('click', async () => {
    try {
      await change(shown);
    } catch (problem) {
      showError('', problem.message);
    }
    show(shown);
  });
}

at('copy').addEventListener('click', async () => {
  await copy(at('json'));
  say('The item is in the clipboard.');
});

// Browsers have a clipboard for pages of https and of the own machine alone; the older way works everywhere.
async function copy(element) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(element.textContent);
  }
  getSelection().selectAllChildren(element);
  document.execCommand('copy');
  getSelection().removeAllRanges();
}

export function changed(changes) {
  const change = changes.find(each => each.job_id === shown);
  if (change) {
    say(`Job ${shown} is ${change.status}.`);
  }
  if (change || (changes.length === 0 && shown)) {
    show(shown);
  }
}

export async function show(id) {
  shown = id;
  at('no-job').hidden = id !== '';
  if (id === '') {
    at('job-heading').textContent = 'Job';
    at('job-body').hidden = at('job-state').hidden = at('cancel').hidden = at('requeue').hidden = true;
    return;
  }
  try {
    const job = await service.show(id);
    if (id === shown) {
      render(job);
    }
  } catch (problem) {
    if (id === shown) {
      render({job_id: id, warnings: [], error: {code: problem.code ?? '', message: problem.message}});
    }
  }
}

function render(job) {
  at('job-heading').textContent = job.job_id;
  at('job-body').hidden = false;
  at('job-state').hidden = job.status === undefined;
  at('cancel').hidden = !RUNNING.includes(job.status);
  at('requeue').hidden = !GIVEN_UP.includes(job.status);
  setState(at('job-state'), job.status ?? '');
  at('job-facts').textContent = facts(job);
  showError(job.error?.code, job.error?.message);
  showWarnings(job.warnings);
  showItem(job.item);
}

function facts(job) {
  const when = name => job[name] && new Date(job[name]).toLocaleString();
  return [
    job.enqueued_at && `submitted ${when('enqueued_at')}`,
    job.ended_at && `ended ${when('ended_at')}`,
    job.retry_at && `tried again at ${when('retry_at')}`,
    elapsed(job) && `took ${elapsed(job)}`,
    job.attempts > 1 && `${job.attempts} attempts`,
    job.lease_expired && 'its worker is silent',
  ].filter(Boolean).join(' · ');
}

function showError(code, message) {
  const box = at('job-error');
  box.hidden = message === undefined;
  box.querySelector('strong').textContent = code ?? '';
  box.querySelector('p').textContent = message ?? '';
}

function showWarnings(warnings) {
  at('warnings').hidden = warnings.length === 0;
  at('warnings').replaceChildren(...warnings.map(warning => {
    const entry = document.createElement('li');
    entry.textContent = `${warning.code}: ${warning.message}`;
    return entry;
  }));
}

function showItem(item) {
  at('item').hidden = item === undefined;
  if (item === undefined) {
    return;
  }
  at('map-frame').hidden = item.geometry === null;
  at('no-geometry').hidden = item.geometry !== null;
  at('json').textContent = pretty(item);
  if (item.geometry !== null) {
    at('map').setAttribute('aria-label', `Map of the footprint, bounding box ${item.bbox.join(', ')}`);
    map.draw(item.geometry, item.bbox);
  }
}

// Arrays of numbers stay on one line.
function pretty(item) {
  return JSON.stringify(item, null, 2)
    .replace(/\[\s+(-?[0-9][^[\]{}"]*?)\s+\]/g, (_, numbers) => `[${numbers.replace(/\s+/g, ' ')}]`);
}

function say(text) {
  at('news').textContent = text;
}
