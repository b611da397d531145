// The list of jobs. Rows stay the same elements while they change, so that the focus stays where it is.

import * as service from './service.js';
import {at} from './dom.js';
import {age, elapsed} from './time.js';

const PAGE = 50;
const MOST = 1000;
const PAUSE_MILLIS = 1000;
const TYPING_MILLIS = 250;
const AGE_MILLIS = 10_000;

const table = at('jobs');
const body = table.tBodies[0];
const filters = [...at('filter').children];
const search = at('search');
const more = at('more');
const rows = new Map();
const listeners = [];
let limit = PAGE;
let marked = '';
let states = '';
let pause;
let again = false;
let typing;

filters.forEach(filter => filter.addEventListener('click', () => {
  filters.forEach(each => each.setAttribute('aria-pressed', each === filter));
  states = filter.dataset.states;
  restart();
}));
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(restart, TYPING_MILLIS);
});
more.addEventListener('click', () => {
  limit = Math.min(limit + PAGE, MOST);
  refresh();
});
setInterval(() => rows.forEach(row => tellAge(row.querySelector('time'))), AGE_MILLIS);

export function onListed(listener) {
  listeners.push(listener);
}

export function changed(changes) {
  for (const {job_id: id, status} of changes) {
    const row = rows.get(id);
    if (row) {
      setState(row.querySelector('.state'), status);
    }
  }
  refresh();
}

function restart() {
  limit = PAGE;
  clearTimeout(pause);
  pause = undefined;
  refresh();
}

// Asks at once, and no more than once in a while.
export async function refresh() {
  if (pause) {
    again = true;
    return;
  }
  pause = setTimeout(() => {
    pause = undefined;
    if (again) {
      again = false;
      refresh();
    }
  }, PAUSE_MILLIS);
  const asked = {states, text: search.value.trim(), limit};
  try {
    const listed = await service.list(asked);
    if (asked.states === states && asked.text === search.value.trim()) {
      show(listed);
    }
    at('jobs-fault').textContent = '';
  } catch (problem) {
    at('jobs-fault').textContent = problem.status === 401 ? '' : problem.message;
  }
}

export function mark(id) {
  rows.get(marked)?.removeAttribute('aria-current');
  marked = id;
  rows.get(marked)?.setAttribute('aria-current', 'true');
}

export function setState(element, state) {
  element.dataset.state = state;
  element.textContent = state;
}

// What people know the job by.
export function nameOf(job) {
  return job.item_id ?? fileOf(job) ?? job.job_id;
}

function fileOf({asset}) {
  return asset?.split(/[?#]/)[0].split('/').filter(Boolean).at(-1);
}

function show({jobs, counts, next}) {
  const gone = new Set(rows.keys());
  jobs.forEach((job, index) => {
    gone.delete(job.job_id);
    place(row(job), index);
  });
  gone.forEach(id => {
    rows.get(id).remove();
    rows.delete(id);
  });
  table.hidden = jobs.length === 0;
  at('no-jobs').hidden = jobs.length > 0;
  at('no-jobs').textContent =
    states || search.value ? 'No such jobs.' : 'No jobs yet. Submit a request, and watch it here.';
  more.hidden = next === undefined || limit >= MOST;
  filters.forEach(filter => {
    filter.querySelector('b').textContent = sum(counts, filter.dataset.states);
  });
  listeners.forEach(listener => listener(jobs));
}

function sum(counts, names) {
  return (names ? names.split(',') : Object.keys(counts)).reduce((total, name) => total + (counts[name] ?? 0), 0);
}

function place(row, index) {
  if (body.rows[index] !== row) {
    body.insertBefore(row, body.rows[index] ?? null);
  }
}

function row(job) {
  const element = rows.get(job.job_id) ?? newRow(job);
  const link = element.querySelector('a');
  link.textContent = nameOf(job);
  link.title = `job ${job.job_id}`;
  const file = element.querySelector('.file');
  file.textContent = nameOf(job) === fileOf(job) ? '' : fileOf(job) ?? '';
  file.title = job.asset ?? '';
  setState(element.querySelector('.state'), job.status);
  element.querySelector('.note').textContent = job.without_geometry ? 'no geometry' : elapsed(job);
  const fault = element.querySelector('.fault');
  fault.textContent = job.error?.code ?? '';
  fault.title = job.error?.message ?? '';
  return element;
}

function newRow(job) {
  const element = at('job-row').content.firstElementChild.cloneNode(true);
  element.querySelector('a').href = `#${encodeURIComponent(job.job_id)}`;
  const time = element.querySelector('time');
  time.dateTime = job.enqueued_at;
  time.title = `submitted ${new Date(job.enqueued_at).toLocaleString()}`;
  tellAge(time);
  rows.set(job.job_id, element);
  if (job.job_id === marked) {
    element.setAttribute('aria-current', 'true');
  }
  return element;
}

function tellAge(time) {
  time.textContent = age(time.dateTime);
}
