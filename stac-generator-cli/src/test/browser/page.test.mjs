// The page in headless Chromium, against a service in a process of its own.

import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {createInterface} from 'node:readline';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';

const {LAUNCHER, SCENE, SHOTS} = process.env;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64');
const DESKTOP = {width: 1280, height: 860};
const PHONE = {width: 390, height: 800};
const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP page.test 127.0.0.1'],
};

let service;
let base;
let browser;
let page;
let faults;

async function serve(environment = {}, ...options) {
  const started = spawn(LAUNCHER, ['serve', '--port', '0', '--workers', '1', '--allow-root', SCENE, '--statistics', 'exact', ...options],
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

async function open(url, options = {}) {
  const opened = await browser.newPage({viewport: DESKTOP, ...options});
  opened.setDefaultTimeout(20_000);
  faults = [];
  opened.on('pageerror', error => faults.push(error.message));
  opened.on('console', message => message.text().includes('Content Security Policy') && faults.push(message.text()));
  opened.on('request', request => new URL(request.url()).origin === new URL(url).origin || faults.push(request.url()));
  await opened.goto(url);
  return opened;
}

async function submit(assets) {
  await page.getByRole('textbox', {name: 'Assets'}).fill(assets);
  await page.getByRole('button', {name: 'Submit job'}).click();
}

async function post(request) {
  const response = await fetch(`${base}/jobs`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(request),
  });
  return (await response.json()).job_id;
}

function row(id) {
  return page.locator(`#jobs tr:has(a[href="#${id}"])`);
}

async function finished(request) {
  const id = await post(request);
  await row(id).locator('.state[data-state="finished"]').waitFor();
  await row(id).locator('a').click();
  await page.locator('#job-facts').getByText(id).waitFor();
  return id;
}

function shot(name, options = {fullPage: true}) {
  return page.screenshot({path: `${SHOTS}/${name}.png`, ...options});
}

async function assertAccessible() {
  await page.evaluate(AXE);
  const {violations} = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map(({id, nodes}) => [id, ...nodes.map(node => node.html)]), []);
}

// Controls of the map, and labels of its graticule that they would cover.
function coveredLabels() {
  return page.evaluate(() => {
    const boxes = selector => [...document.querySelectorAll(selector)].map(each => each.getBoundingClientRect());
    const labels = boxes('#map .degree');
    const controls = boxes('#map-frame .leaflet-control, #locator');
    return [labels.length, labels.filter(a =>
      controls.some(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length];
  });
}

// A raster that takes no room on the disk, and long to compute the statistics of.
function writeSlowRaster(path) {
  writeRaster(path, 60_000, 100, []);
}

// An image of 10 m on each side, in UTM.
function writeSmallRaster(path, epsg) {
  const [scale, tiepoint, keys] = [1024, 1056, 1120];
  const bytes = writeRaster(path, 10, 10, [[33550, 12, 3, scale], [33922, 12, 6, tiepoint], [34735, 3, epsg.length, keys]]);
  [1, 1, 0].forEach((value, i) => bytes.writeDoubleLE(value, scale + 8 * i));
  [0, 0, 0, 531_000, 5_269_000, 0].forEach((value, i) => bytes.writeDoubleLE(value, tiepoint + 8 * i));
  epsg.forEach((value, i) => bytes.writeUInt16LE(value, keys + 2 * i));
  writeFileSync(path, bytes);
  truncateSync(path, 8192 + 100);
}

function writeRaster(path, side, rows, more) {
  const [offsets, sizes, pixels] = [2048, 2048 + 4 * 600, 8192];
  const tags = [
    [256, 4, 1, side], [257, 4, 1, side], [258, 3, 1, 8], [259, 3, 1, 1], [262, 3, 1, 1],
    [273, 4, side / rows, side === rows ? pixels : offsets], [277, 3, 1, 1], [278, 4, 1, rows],
    [279, 4, side / rows, side === rows ? side * rows : sizes], ...more,
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
  return bytes;
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

test('an empty page says what to do, with an example and the folders that are allowed', async () => {
  page = await open(base);
  await page.getByText('live', {exact: true}).waitFor();
  assert.ok(await page.getByText('No jobs yet').isVisible());
  assert.match(await page.locator('#example').textContent(), /curl --json .*scene\.tif.*\/jobs$/);
  await shot('empty');
  await page.getByRole('button', {name: SCENE, exact: true}).click();
  assert.equal(await page.getByRole('textbox', {name: 'Assets'}).inputValue(), `${SCENE}/`);
});

test('a request becomes an Item on the map', async () => {
  await page.getByRole('textbox', {name: 'Metadata'}).fill(`${SCENE}/metadata.json`);
  await submit(`${SCENE}/scene.tif`);
  await page.locator('#job-state[data-state="finished"]').waitFor();
  await page.locator('#map path.footprint.chosen').waitFor();
  await page.locator('#locator .place').waitFor({state: 'attached'});
  await page.locator('#jobs .state[data-state="finished"]').waitFor();
  assert.match(await page.getByRole('status').textContent(), /is finished/);
  await page.getByRole('textbox', {name: 'Metadata'}).fill('');
});

test('the Item is told in tabs', async () => {
  const summary = page.getByRole('tabpanel', {name: 'Summary'});
  assert.ok(await summary.getByText('2026-06-15 10:26:31 UTC').isVisible());
  assert.ok(await summary.getByText('EPSG:32632').isVisible());
  await shot('finished');
  await page.getByRole('tab', {name: 'Summary'}).focus();
  await page.keyboard.press('ArrowRight');
  const assets = page.getByRole('tabpanel', {name: 'Assets'});
  for (const text of ['scene.tif', 'image/tiff; application=geotiff', 'Near infrared', 'nir', '15.9 kB']) {
    assert.ok(await assets.getByText(text).first().isVisible(), text);
  }
  await page.keyboard.press('ArrowRight');
  const origins = page.getByRole('tabpanel', {name: 'Origins'});
  assert.ok(await origins.getByRole('heading', {name: 'metadata.json'}).isVisible());
  assert.ok(await origins.getByText('/properties/platform').isVisible());
  await page.keyboard.press('End');
  assert.equal(JSON.parse(await page.getByLabel('The Item as JSON').textContent()).type, 'Feature');
  await page.keyboard.press('ArrowRight');
  assert.ok(await summary.isVisible());
});

test('the Item is downloaded', async () => {
  await page.getByRole('tab', {name: 'JSON'}).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Download'}).click();
  const file = await download;
  assert.match(file.suggestedFilename(), /^scene-[0-9a-f]+\.json$/);
  assert.equal(JSON.parse(readFileSync(await file.path(), 'utf8')).type, 'Feature');
});

test('the Item is copied without https', async () => {
  const plain = await browser.newPage();
  await plain.goto(page.url().replace('127.0.0.1', 'page.test'));
  await plain.getByRole('tab', {name: 'JSON'}).click();
  assert.equal(await plain.evaluate(() => isSecureContext), false);
  await plain.getByRole('button', {name: 'Copy'}).click();
  await plain.getByRole('button', {name: 'Copied'}).waitFor();
  await plain.getByRole('button', {name: 'As JSON'}).click();
  await plain.getByLabel('The request as JSON').fill('');
  await plain.keyboard.press('Control+V');
  assert.equal(JSON.parse(await plain.getByLabel('The request as JSON').inputValue()).type, 'Feature');
  await plain.close();
  await page.getByRole('tab', {name: 'Summary'}).click();
});

test('a faulty request tells of the line', async () => {
  await submit(`${SCENE}/a.tif\n${SCENE}/a.tif`);
  await page.getByText('line 2: is given twice').waitFor();
  const field = page.getByRole('textbox', {name: 'Assets'});
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.ok(await field.evaluate(element => element === document.activeElement));
  await shot('faulty');
});

test('a request is written as JSON too', async () => {
  await page.getByRole('textbox', {name: 'Assets'}).fill(`${SCENE}/scene.tif`);
  await page.getByRole('button', {name: 'As JSON'}).click();
  const text = page.getByLabel('The request as JSON');
  assert.deepEqual(JSON.parse(await text.inputValue()).assetPaths, [`${SCENE}/scene.tif`]);
  await text.fill('{"assetPaths": [');
  await page.getByRole('button', {name: 'Submit job'}).click();
  assert.match(await page.locator('#request-fault').textContent(), /JSON/);
  await text.fill('{}');
  await page.getByRole('button', {name: 'As JSON'}).click();
  assert.ok(await page.getByRole('textbox', {name: 'Assets'}).isVisible());
});

test('a job that fails says why', async () => {
  await submit(`${SCENE}/no.tif`);
  await page.locator('#job-error').getByText('NOT_FOUND').waitFor();
  assert.ok(await page.getByText('no.tif\' does not exist').isVisible());
  await page.locator('#jobs .state[data-state="failed"]').waitFor();
  await page.locator('#jobs').getByText('NOT_FOUND').waitFor();
  await page.locator('#jobs').getByRole('link', {name: 'no.tif'}).waitFor();
  await shot('failed');
});

test('a job that failed is edited and submitted again', async () => {
  await page.getByRole('textbox', {name: 'Assets'}).fill('');
  await page.getByRole('button', {name: 'Edit'}).click();
  const field = page.getByRole('textbox', {name: 'Assets'});
  await page.waitForFunction(() => document.activeElement.id === 'assetPaths');
  assert.equal(await field.inputValue(), `${SCENE}/no.tif`);
  assert.equal(await field.evaluate(element => element === document.activeElement), true);
  const id = await post({assets: [{href: `${SCENE}/no.tif`, key: 'x'}], options: {checksum: true}});
  await row(id).locator('a').click();
  await page.locator('#job-facts').getByText(id).waitFor();
  await page.getByRole('button', {name: 'Edit'}).click();
  const text = page.getByLabel('The request as JSON');
  await text.waitFor();
  assert.equal(JSON.parse(await text.inputValue()).options.checksum, true);
  await text.fill('{}');
  await page.getByRole('button', {name: 'As JSON'}).click();
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
  await page.getByRole('button', {name: 'Cancel', exact: true}).click();
  await page.locator('#job-state[data-state="stopped"]').waitFor();
  await page.getByRole('button', {name: 'Cancel', exact: true}).waitFor({state: 'hidden'});
});

test('a job of somebody else moves live', async () => {
  const id = await post({assetPaths: [`${SCENE}/scene.tif`], itemId: 'theirs'});
  await row(id).locator('.state[data-state="finished"]').waitFor();
});

test('the keyboard is enough', async () => {
  await page.getByRole('textbox', {name: 'Assets'}).fill(`${SCENE}/scene.tif`);
  await page.getByRole('button', {name: 'Submit job'}).focus();
  await page.keyboard.press('Enter');
  await page.locator('#job-state[data-state="finished"]').waitFor();
  const failed = page.locator('#jobs tr:has(.state[data-state="failed"]) a').first();
  const job = (await failed.getAttribute('href')).slice(1);
  await failed.focus();
  await page.keyboard.press('Enter');
  await page.locator('#job-facts').getByText(job).waitFor();
  assert.equal(await page.locator('#jobs tr[aria-current="true"] a').getAttribute('href'), `#${job}`);
  assert.ok(await page.locator('#job').evaluate(element => element === document.activeElement));
});

test('the list is filtered by state, with counts', async () => {
  const failed = page.getByRole('button', {name: 'Failed 2'});
  await failed.click();
  await page.locator('#jobs .state[data-state="finished"]').first().waitFor({state: 'detached'});
  assert.equal(await page.locator('#jobs tbody tr').count(), 2);
  assert.equal(await failed.getAttribute('aria-pressed'), 'true');
  await page.getByRole('button', {name: 'All 6'}).click();
  await page.locator('#jobs .state[data-state="finished"]').first().waitFor();
});

test('the list is searched', async () => {
  await page.getByRole('searchbox', {name: 'Search jobs'}).fill('theirs');
  await page.waitForFunction(() => document.querySelectorAll('#jobs tbody tr').length === 1);
  assert.equal(await page.locator('#jobs a').textContent(), 'theirs');
  await page.getByRole('searchbox', {name: 'Search jobs'}).fill('nothing like it');
  await page.getByText('No such jobs.').waitFor();
  await page.getByRole('searchbox', {name: 'Search jobs'}).fill('');
  await page.waitForFunction(() => document.querySelectorAll('#jobs tbody tr').length > 1);
});

test('an image of 10 m fills the map, clear of its controls', async () => {
  writeSmallRaster(`${SCENE}/small.tif`, [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32632]);
  await finished({assetPaths: [`${SCENE}/small.tif`], options: {datetime: '2026-06-15T00:00:00Z'}});
  const footprint = await page.locator('#map path.chosen').boundingBox();
  const frame = await page.locator('#map').boundingBox();
  assert.ok(footprint.height > frame.height / 2, `${footprint.height} of ${frame.height} pixels`);
  const [labels, covered] = await coveredLabels();
  assert.ok(labels > 3, `${labels} labels`);
  assert.equal(covered, 0);
  await shot('small');
});

test('a finished job whose Item has no geometry says so', async () => {
  const id = await finished({assetPaths: [`${SCENE}/metadata.json`], options: {datetime: '2026-06-15T00:00:00Z'}});
  await page.getByText('Finished, but the Item has no geometry').waitFor();
  assert.ok(await page.locator('#map-frame').isHidden());
  await row(id).getByText('no geometry').waitFor();
  await shot('nowhere');
});

test('all Items of the list are on one map, which leads to them', async () => {
  await page.goto(base);
  await page.locator('#map path.footprint').nth(3).waitFor({state: 'attached'});
  assert.match(await page.locator('#map').getAttribute('aria-label'), /footprints of 4 Items/);
  await shot('all');
  await page.locator('#map path.footprint').first().dispatchEvent('click');
  await page.locator('#map path.footprint.chosen').waitFor();
  await page.getByRole('button', {name: 'Show all Items'}).click();
});

for (const [name, options] of Object.entries({
  light: {},
  dark: {colorScheme: 'dark'},
  'on a phone': {viewport: PHONE},
})) {
  test(`axe finds no fault: ${name}`, async () => {
    const hash = new URL(page.url()).hash;
    const before = page;
    page = await open(base, options);
    await page.getByText('live', {exact: true}).waitFor();
    await assertAccessible();
    await page.goto(`${base}/${hash}`);
    for (const tab of ['Summary', 'Assets', 'Origins', 'JSON']) {
      await page.getByRole('tab', {name: tab}).click();
      await assertAccessible();
    }
    await page.close();
    page = before;
  });
}

test('on a phone it fits, and leads to the job that is chosen', async () => {
  await page.setViewportSize(PHONE);
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `${content} pixels in a window of ${window}`);
  await page.locator('#jobs a').last().click();
  await page.waitForFunction(() => Math.abs(document.getElementById('job').getBoundingClientRect().top) < 100);
  await page.locator('#map path.chosen').waitFor();
  await shot('phone', {});
  await page.setViewportSize(DESKTOP);
});

test('the job stays in view while the list is scrolled', async () => {
  await page.setViewportSize({width: 1280, height: 420});
  await page.locator('#jobs tbody tr').last().scrollIntoViewIfNeeded();
  assert.ok((await page.evaluate(() => scrollY)) > 0);
  const {y} = await page.locator('#job').boundingBox();
  assert.ok(y >= 0 && y < 60, `the job begins at ${y}`);
  await page.setViewportSize(DESKTOP);
  await page.evaluate(() => scrollTo(0, 0));
  await shot('page', {});
});

test('it runs and loads nothing but what the service has', () => {
  assert.deepEqual(faults, []);
});

test('the thumbnail that the service makes is shown, and lies on the map', async () => {
  const own = await serve({STAC_GENERATOR_TOKEN: 'secret'},
    '--thumbnail', '256', '--thumbnail-folder', `${SCENE}/thumbnails`);
  page = await open(own.base);
  try {
    await page.getByLabel('Token').fill('secret');
    await page.keyboard.press('Enter');
    await submit(`${SCENE}/scene.tif`);
    await page.getByRole('img', {name: 'Thumbnail'}).waitFor();
    await page.waitForFunction(() => document.querySelector('.picture').naturalWidth === 256);
    const image = await page.locator('#map img.laid').boundingBox();
    const footprint = await page.locator('#map path.footprint').boundingBox();
    for (const name of ['x', 'y', 'width', 'height']) {
      assert.ok(Math.abs(image[name] - footprint[name]) < 6, `${name}: ${image[name]} and ${footprint[name]}`);
    }
    await page.screenshot({path: `${SHOTS}/thumbnail.png`});
    assert.deepEqual(faults, []);
  } finally {
    await page.close();
    own.process.kill();
  }
});

test('a service with a token and tiles asks for the token, and shows tiles and thumbnails', async () => {
  const closed = await serve({STAC_GENERATOR_TOKEN: 'secret'},
    '--allow-host', 'images.example.com', '--map-tiles', 'http://tiles.example.com/{z}/{x}/{y}.png', '--map-attribution', 'Tiles of Example');
  try {
    page = await open(closed.base);
    const asked = [];
    await page.route('http://tiles.example.com/**', route => {
      asked.push(route.request().url());
      return route.fulfill({contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>'});
    });
    await page.getByLabel('The service asks for a token').fill('wrong');
    await page.getByRole('button', {name: 'Use it'}).click();
    await page.getByText('This token is not the one of the service.').waitFor();
    await page.getByLabel('The service asks for a token').fill('secret');
    await page.getByRole('button', {name: 'Use it'}).click();
    await page.getByText('live', {exact: true}).waitFor();
    assert.ok(await page.getByText('No jobs yet').isVisible());
    await submit(`${SCENE}/scene.tif`);
    await page.locator('#map img.leaflet-tile').first().waitFor();
    assert.ok(await page.getByText('Tiles of Example').isVisible());
    writeFileSync(`${SCENE}/picture.json`, JSON.stringify({
      type: 'Feature',
      assets: {preview: {href: 'https://images.example.com/t.png', type: 'image/png', roles: ['thumbnail']}},
    }));
    await page.route('https://images.example.com/t.png', route => route.fulfill({contentType: 'image/png', body: PIXEL}));
    await page.getByRole('textbox', {name: 'Metadata'}).fill(`${SCENE}/picture.json`);
    await page.getByRole('button', {name: 'Submit job'}).click();
    await page.getByRole('img', {name: 'Thumbnail'}).waitFor();
    await page.waitForFunction(() => document.querySelector('.picture').naturalWidth === 1);
    assert.match(asked[0], /^http:\/\/tiles\.example\.com\/\d+\/\d+\/\d+\.png$/);
  } finally {
    closed.process.kill();
  }
});

test('the API is described on a page of its own', async () => {
  page = await open(`${base}/api.html`);
  const {paths} = await (await fetch(`${base}/openapi.json`)).json();
  const operations = Object.values(paths).flatMap(Object.keys).filter(name => name !== 'parameters').length;
  await page.locator('.opblock').nth(operations - 1).waitFor();
  assert.deepEqual(faults, []);
  await page.close();
});
