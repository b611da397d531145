// The list of jobs. Rows stay the same elements while they change, so that the focus stays where it is.

import * as service from './service.js';
import {elapsed} from './time.js';

const PAGE = 50;
const MOST = 1000;
const PAUSE_MILLIS = 1000;

const table = document.getElementById('jobs');
const body = table.tBodies[0];
const filter = document.getElementById('filter');
const more = document.getElementById('more');
const rows = new Map();
let limit = PAGE;
let marked = '';
let pause;
let again = false;

filter.addEventListener('change', () => {
  limit = PAGE;
  refresh();
});
more.addEventListener('click', () => {
  limit = Math.min(limit + PAGE, MOST);
  refresh();
});

export function changed(changes) {
  for (const {job_id: id, status} of changes) {
    const row = rows.get(id);
    if (row) {
      setState(row.querySelector('.state'), status);
    }
  }
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
  const fault = document.getElementById('jobs-fault');
  try {
    show(await service.list(filter.value, limit));
    fault.textContent = '';
  } catch (problem) {
    fault.textContent = problem.status === 401 ? '' : problem.message;
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

function show({jobs, next}) {
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
  document.getElementById('no-jobs').hidden = jobs.length > 0;
  document.getElementById('no-jobs').textContent =
    filter.value ? 'No such jobs.' : 'No jobs yet. Submit a request, and watch it here.';
  more.hidden = next === undefined || limit >= MOST;
}

function place(row, index) {
  if (body.rows[index] !== row) {
    body.insertBefore(row, body.rows[index] ?? null);
  }
}

function row(job) {
  const element = rows.get(job.job_id) ?? newRow(job);
  setState(element.querySelector('.state'), job.status);
  element.cells[3].textContent = elapsed(job);
  return element;
}

function newRow(job) {
  const element = document.getElementById('job-row').content.firstElementChild.cloneNode(true);
  const link = element.querySelector('a');
  link.href = `#${encodeURIComponent(job.job_id)}`;
  link.textContent = job.job_id;
  link.title = job.job_id;
  const time = element.querySelector('time');
  time.dateTime = job.enqueued_at;
  time.textContent = new Date(job.enqueued_at).toLocaleTimeString();
  time.title = new Date(job.enqueued_at).toLocaleString();
  rows.set(job.job_id, element);
  if (job.job_id === marked) {
    element.setAttribute('aria-current', 'true');
  }
  return element;
}
