import * as service from './service.js';
import * as form from './form.js';
import * as jobs from './jobs.js';
import * as job from './job.js';
import * as item from './item.js';
import * as map from './map.js';
import {at, element} from './dom.js';

const RETRY_MILLIS = 2000;
const PARALLEL = 4;
const NARROW = matchMedia('(max-width: 60rem)');
const connection = at('connection');
const tokenForm = at('token-form');

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
        if (connection.dataset.live !== 'true') {
          await greet();
          job.show(chosen());
          connected(true, 'live');
        }
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
  at('token-fault').textContent = service.hasToken() ? 'This token is not the one of the service.' : '';
  return new Promise(resolve => {
    tokenForm.addEventListener('submit', event => {
      event.preventDefault();
      service.useToken(tokenForm.elements.token.value);
      tokenForm.hidden = true;
      resolve();
    }, {once: true});
  });
}

// What may be asked of the service, for those who begin.
async function greet() {
  const {allowed_roots: roots, allowed_hosts: hosts, allowed_prefixes: prefixes, tiles, thumbnails} = await service.settings();
  map.useTiles(tiles);
  item.useThumbnails(thumbnails);
  at('allowed').textContent = allowed(roots, hosts, prefixes);
  at('roots').hidden = roots.length === 0;
  at('roots').replaceChildren(...roots.map(root => element('li', {},
    element('button', {onclick: () => form.useFolder(root)}, root))));
  const file = example(roots, hosts, prefixes);
  at('assetPaths').placeholder = file;
  at('example').textContent = `curl --json '${JSON.stringify({assetPaths: [file]})}' ${new URL('jobs', location.href.replace(/#.*/, ''))}`;
}

function example([root], [host], [prefix]) {
  if (root || !(host || prefix)) {
    return `${(root ?? '/data').replace(/\/$/, '')}/scene.tif`;
  }
  return prefix ? `${prefix}scene.tif` : `https://${host.replace(/^[*]?[.]?/, '') || 'example.com'}/scene.tif`;
}

function allowed(roots, hosts, prefixes) {
  const parts = [
    roots.length > 0 && 'files below these folders',
    hosts.length > 0 && `https from ${hosts.join(', ').replace('*', 'any host')}`,
    prefixes.length > 0 && `what is below ${prefixes.join(', ')}`,
  ].filter(Boolean);
  return parts.length > 0
    ? `The service may read ${parts.join(', and ')}${roots.length > 0 ? ':' : '.'}`
    : 'The service may read nothing yet: start it with --allow-root FOLDER, --allow-host HOST or --allow-prefix HREF.';
}

// Fetches the Items of the list that the map lacks, a few at a time.
async function fillMap(listed) {
  map.keep(listed.map(each => each.job_id));
  const missing = listed.filter(each => each.status === 'finished' && !each.without_geometry && !map.has(each.job_id));
  await Promise.all(Array.from({length: PARALLEL}, async () => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      await service.item(next.job_id).then(item => map.add(next.job_id, item), () => {});
    }
  }));
  map.show(chosen());
}

function lookAtJob() {
  if (NARROW.matches) {
    at('job').scrollIntoView();
  }
  at('job').focus({preventScroll: true});
}

form.onSubmitted(id => {
  jobs.refresh();
  choose(id);
});
job.onEdit(form.edit);
jobs.onListed(fillMap);
map.onFootprint(choose);
addEventListener('hashchange', () => {
  jobs.mark(chosen());
  job.show(chosen());
  lookAtJob();
});
// no change of the hash tells that the job which is chosen is chosen again
at('jobs').addEventListener('click', event => event.target.hash === location.hash && lookAtJob());
jobs.mark(chosen());
follow();
