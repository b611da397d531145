import * as service from './service.js';
import * as form from './form.js';
import * as jobs from './jobs.js';
import * as job from './job.js';

const RETRY_MILLIS = 2000;
const NARROW = matchMedia('(max-width: 60rem)');
const connection = document.getElementById('connection');
const tokenForm = document.getElementById('token-form');

function connected(live, text) {
  connection.dataset.live = live;
  connection.textContent = text;
}

function chosen() {
  return decodeURIComponent(location.hash.replace(/^#/, ''));
}

function choose(id) {
  location.hash = encodeURIComponent(id);
}

async function follow() {
  for (;;) {
    try {
      for await (const changes of service.changes()) {
        connected(true, 'live');
        jobs.changed(changes);
        job.changed(changes);
      }
    } catch (problem) {
      if (problem.status === 401) {
        connected(false, 'needs a token');
        await newToken();
        continue;
      }
    }
    connected(false, 'reconnecting');
    await new Promise(resolve => setTimeout(resolve, RETRY_MILLIS));
  }
}

function newToken() {
  tokenForm.hidden = false;
  document.getElementById('token-fault').textContent = service.hasToken() ? 'This token is not the one of the service.' : '';
  return new Promise(resolve => {
    tokenForm.addEventListener('submit', event => {
      event.preventDefault();
      service.useToken(tokenForm.elements.token.value);
      tokenForm.hidden = true;
      job.show(chosen());
      resolve();
    }, {once: true});
  });
}

form.onSubmitted(id => {
  jobs.refresh();
  choose(id);
});
addEventListener('hashchange', () => {
  jobs.mark(chosen());
  job.show(chosen());
  document.getElementById('job').focus({preventScroll: !NARROW.matches});
});
jobs.mark(chosen());
job.show(chosen());
follow();
