// One job: its state, and its Item or its error.

import * as service from './service.js';
import * as item from './item.js';
import * as map from './map.js';
import {at, element} from './dom.js';
import {nameOf, setState} from './jobs.js';
import {elapsed} from './time.js';

const RUNNING = ['queued', 'started', 'scheduled'];
const GIVEN_UP = ['failed', 'stopped', 'canceled'];
const BUTTONS = ['edit', 'cancel', 'requeue'];
let shown = '';

for (const [name, change] of Object.entries({cancel: service.cancel, requeue: service.requeue})) {
  at(name).addEventListener('click', () => attempt(async () => {
    await change(shown);
    show(shown);
  }));
}

export function onEdit(listener) {
  at('edit').addEventListener('click', () => attempt(async () => listener(await service.request(shown))));
}

async function attempt(action) {
  try {
    await action();
  } catch (problem) {
    showError('', problem.message);
  }
}

export function changed(changes) {
  const change = changes.find(each => each.job_id === shown);
  if (change) {
    at('news').textContent = `Job ${shown} is ${change.status}.`;
  }
  if (change || (changes.length === 0 && shown)) {
    show(shown);
  }
}

export async function show(id) {
  shown = id;
  at('welcome').hidden = id !== '';
  if (id === '') {
    at('job-heading').textContent = 'Items';
    at('job-body').hidden = at('job-state').hidden = at('item').hidden = true;
    BUTTONS.forEach(name => at(name).hidden = true);
    map.show('');
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
  at('job-heading').textContent = job.item?.id ?? nameOf(job);
  at('job-body').hidden = false;
  at('job-state').hidden = at('edit').hidden = job.status === undefined;
  at('cancel').hidden = !RUNNING.includes(job.status);
  at('requeue').hidden = !GIVEN_UP.includes(job.status);
  setState(at('job-state'), job.status ?? '');
  at('job-facts').textContent = facts(job);
  showError(job.error?.code, job.error?.message);
  showWarnings(job.warnings);
  at('no-geometry').hidden = job.item?.geometry !== null;
  at('item').hidden = job.item === undefined;
  if (job.item) {
    item.show(job.item, job.origins);
    map.add(job.job_id, job.item);
    layPicture(job);
  }
  map.show(job.job_id);
}

async function layPicture({job_id: id, item: {geometry}, item: made}) {
  const url = await item.picture(made);
  if (url) {
    map.lay(id, url, geometry);
  }
}

function facts(job) {
  const when = name => job[name] && new Date(job[name]).toLocaleString();
  return [
    `job ${job.job_id}`,
    job.enqueued_at && `submitted ${when('enqueued_at')}`,
    job.ended_at && `ended ${when('ended_at')}`,
    job.retry_at && `tried again at ${when('retry_at')}`,
    elapsed(job) && `took ${elapsed(job)}`,
    job.attempts > 1 && `${job.attempts} attempts`,
    job.worker && `by ${job.worker}`,
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
  at('warnings').replaceChildren(...warnings.map(({code, message}) => element('li', {}, `${code}: ${message}`)));
}
