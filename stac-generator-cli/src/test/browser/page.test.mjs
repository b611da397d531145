// The page in headless Chromium, against a service in a process of its own.

import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdirSync, truncateSync, writeFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';

const {LAUNCHER, SCENE, SHOTS} = process.env;
const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
};

let service;
let base;
let browser;
let page;
let faults;

async function serve(environment = {}) {
  const started = spawn(LAUNCHER, ['serve', '--port', '0', '--workers', '1', '--allow-root', SCENE, '--statistics', 'exact'],
    {env: {...process.env, ...environment}, stdio: ['ignore', 'ignore', 'pipe']});
  for await (const line of createInterface({input: started.stderr})) {
    const listening = line.match(/listening on ([^ ,]+)/);
    if (listening) {
      started.stderr.resume();
      return {process: started, base: listening[1]};
    }
  }
  throw new Error('the service does not start');
}

async function open(url) {
  const opened = await browser.newPage({viewport: {width: 1280, height: 860}});
  faults = [];
  opened.on('pageerror', error => faults.push(error.message));
  opened.on('console', message => message.text().includes('Content Security Policy') && faults.push(message.text()));
  opened.on('request', request => new URL(request.url()).origin === new URL(url).origin || faults.push(request.url()));
  await opened.goto(url);
  return opened;
}

async function submit(assets) {
  await page.getByLabel('Assets').fill(assets);
  await page.getByRole('button', {name: 'Submit job'}).click();
}

function shot(name) {
  return page.screenshot({path: `${SHOTS}/${name}.png`, fullPage: true});
}

// A raster that takes no room on the disk, and long to compute the statistics of.
function writeSlowRaster(path) {
  const [side, rows, offsets, sizes, pixels] = [60_000, 100, 512, 512 + 4 * 600, 8192];
  const tags = [
    [256, 4, 1, side], [257, 4, 1, side], [258, 3, 1, 8], [259, 3, 1, 1], [262, 3, 1, 1], [273, 4, side / rows, offsets],
    [277, 3, 1, 1], [278, 4, 1, rows], [279, 4, side / rows, sizes],
  ];
  const bytes = Buffer.alloc(pixels);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(tags.length, 8);
  tags.forEach(([tag, type, count, value], i) => {
    bytes.writeUInt16LE(tag, 10 + 12 * i);
    bytes.writeUInt16LE(type, 12 + 12 * i);
    bytes.writeUInt32LE(count, 14 + 12 * i);
    bytes.writeUInt32LE(value, 18 + 12 * i);
  });
  for (let strip = 0; strip < side / rows; strip++) {
    bytes.writeUInt32LE(pixels + strip * side * rows, offsets + 4 * strip);
    bytes.writeUInt32LE(side * rows, sizes + 4 * strip);
  }
  writeFileSync(path, bytes);
  truncateSync(path, pixels + side * side);
}

before(async () => {
  mkdirSync(SHOTS, {recursive: true});
  service = await serve();
  base = service.base;
  browser = await chromium.launch(CHROMIUM);
});

after(async () => {
  await browser?.close();
  service?.process.kill();
});

test('an empty page says what to do', async () => {
  page = await open(base);
  await page.getByText('live', {exact: true}).waitFor();
  assert.ok(await page.getByText('No jobs yet').isVisible());
  await shot('empty');
});

test('a request becomes an item on the map', async () => {
  await submit(`${SCENE}/scene.tif`);
  await page.locator('#job-state[data-state="finished"]').waitFor();
  await page.locator('#map path.footprint').waitFor();
  await page.locator('#locator .place').waitFor({state: 'attached'});
  await page.locator('#jobs .state[data-state="finished"]').waitFor();
  assert.equal(JSON.parse(await page.getByLabel('The item as JSON').textContent()).type, 'Feature');
  assert.match(await page.getByRole('status').textContent(), /is finished/);
  await shot('finished');
});

test('a faulty request tells of the line', async () => {
  await submit(`${SCENE}/a.tif\n${SCENE}/a.tif`);
  await page.getByText('line 2: is given twice').waitFor();
  const field = page.getByLabel('Assets');
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.ok(await field.evaluate(element => element === document.activeElement));
  await shot('faulty');
});

test('a job that fails says why', async () => {
  await submit(`${SCENE}/no.tif`);
  await page.locator('#job-error').getByText('NOT_FOUND').waitFor();
  assert.ok(await page.getByText('no.tif\' does not exist').isVisible());
  await page.locator('#jobs .state[data-state="failed"]').waitFor();
  await shot('failed');
});

test('a job that failed is run again', async () => {
  const answer = page.waitForResponse(response => response.url().endsWith('/requeue'));
  await page.getByRole('button', {name: 'Run again'}).click();
  assert.equal((await answer).status(), 200);
  await page.locator('#job-state[data-state="failed"]').waitFor();
});

test('a job that runs is stopped', async () => {
  writeSlowRaster(`${SCENE}/slow.tif`);
  await submit(`${SCENE}/slow.tif`);
  await page.locator('#job-state[data-state="started"]').waitFor();
  await shot('running');
  await page.getByRole('button', {name: 'Cancel'}).click();
  await page.locator('#job-state[data-state="stopped"]').waitFor();
  await page.getByRole('button', {name: 'Cancel'}).waitFor({state: 'hidden'});
});

test('a job of somebody else moves live', async () => {
  const response = await fetch(`${base}/jobs`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({assetPaths: [`${SCENE}/scene.tif`], itemId: 'theirs'}),
  });
  const {job_id: id} = await response.json();
  await page.locator(`#jobs tr:has(a[href="#${id}"]) .state[data-state="finished"]`).waitFor();
});

test('the keyboard is enough', async () => {
  await page.getByLabel('Assets').fill(`${SCENE}/scene.tif`);
  await page.getByRole('button', {name: 'Submit job'}).focus();
  await page.keyboard.press('Enter');
  await page.locator('#job-state[data-state="finished"]').waitFor();
  const first = page.locator('#jobs a').nth(2);
  await first.focus();
  const chosen = await first.textContent();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', {name: chosen}).waitFor();
  assert.equal(await page.locator('#jobs tr[aria-current="true"] a').textContent(), chosen);
  assert.ok(await page.locator('#job').evaluate(element => element === document.activeElement));
});

test('the list is filtered', async () => {
  await page.getByLabel('Show').selectOption('failed');
  await page.locator('#jobs .state[data-state="finished"]').first().waitFor({state: 'detached'});
  assert.equal(await page.locator('#jobs tbody tr').count(), 1);
  await page.getByLabel('Show').selectOption('');
});

test('it fits a narrow screen', async () => {
  await page.setViewportSize({width: 360, height: 740});
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `${content} pixels in a window of ${window}`);
  await shot('narrow');
  await page.setViewportSize({width: 1280, height: 860});
});

test('it runs and loads nothing but what the service has', () => {
  assert.deepEqual(faults, []);
});

test('a service with a token asks for it', async () => {
  const closed = await serve({STAC_GENERATOR_TOKEN: 'secret'});
  try {
    page = await open(closed.base);
    await page.getByLabel('The service asks for a token').fill('wrong');
    await page.getByRole('button', {name: 'Use it'}).click();
    await page.getByText('This token is not the one of the service.').waitFor();
    await page.getByLabel('The service asks for a token').fill('secret');
    await page.getByRole('button', {name: 'Use it'}).click();
    await page.getByText('live', {exact: true}).waitFor();
    assert.ok(await page.getByText('No jobs yet').isVisible());
  } finally {
    closed.process.kill();
  }
});
