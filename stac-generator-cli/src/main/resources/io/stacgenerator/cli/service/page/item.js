// An Item in tabs: what people read of it, its assets, who wrote it, and all of it as JSON.

import * as service from './service.js';
import {at, element} from './dom.js';

const tabs = [...document.querySelectorAll('[role="tab"]')];
const IMAGES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
const KEYS = {ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity};
const BYTES = ['B', 'kB', 'MB', 'GB', 'TB'];

// Names for people, and where an Item has what they stand for; the rest is in the JSON.
const FIELDS = [
  ['Id', item => item.id],
  ['Title', item => item.properties.title],
  ['Description', item => item.properties.description],
  ['Date', item => dates(item.properties)],
  ['Collection', item => item.collection],
  ['Platform', item => item.properties.platform],
  ['Constellation', item => item.properties.constellation],
  ['Instruments', item => item.properties.instruments?.join(', ')],
  ['Resolution', item => unit(item.properties.gsd, 'm')],
  ['Cloud cover', item => unit(item.properties['eo:cloud_cover'], '%')],
  ['Sun elevation', item => unit(item.properties['view:sun_elevation'], '°')],
  ['Off nadir', item => unit(item.properties['view:off_nadir'], '°')],
  ['Polarizations', item => item.properties['sar:polarizations']?.join(', ')],
  ['Orbit', item => item.properties['sat:orbit_state']],
  ['Processing level', item => item.properties['processing:level']],
  ['Reference system', item => all(item, 'proj:code').join(', ')],
  ['Pixels', item => all(item, 'proj:shape').map(([rows, columns]) => `${columns} × ${rows}`).join(', ')],
  ['Bounding box', item => item.bbox?.join(', ')],
  ['Providers', item => item.properties.providers?.map(provider => provider.name).join(', ')],
  ['License', item => item.properties.license],
  ['Assets', item => String(Object.keys(item.assets).length)],
  ['Extensions', item => item.stac_extensions?.map(nameOfExtension).join(', ')],
  ['STAC version', item => item.stac_version],
];

let shown;
let thumbnails;

// Says what the hrefs of pictures begin with that the service shows.
export function useThumbnails(prefix) {
  thumbnails = prefix;
}

tabs.forEach(tab => {
  tab.addEventListener('click', () => choose(tab));
  tab.addEventListener('keydown', event => {
    if (event.key in KEYS) {
      event.preventDefault();
      const index = tabs.indexOf(tab) + KEYS[event.key];
      choose(Number.isFinite(index) ? tabs.at(index % tabs.length) : tabs.at(index < 0 ? 0 : -1));
      tabs.find(each => each.ariaSelected === 'true').focus();
    }
  });
});

at('copy').addEventListener('click', async () => {
  at('news').textContent = '';
  const copied = await copy(at('json'));
  at('news').textContent = copied ? 'The Item is in the clipboard.' : 'The browser does not allow to copy.';
  at('copy').textContent = copied ? 'Copied' : 'Not copied';
});

at('download').addEventListener('click', () => {
  const url = URL.createObjectURL(new Blob([`${at('json').textContent}\n`], {type: 'application/geo+json'}));
  element('a', {href: url, download: `${shown.id.replace(/[^\w.-]+/g, '_')}.json`}).click();
  URL.revokeObjectURL(url);
});

// Browsers have a clipboard for pages of https and of the own machine alone; the older way works everywhere.
async function copy(source) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(source.textContent).then(() => true, () => false);
  }
  getSelection().selectAllChildren(source);
  const copied = document.execCommand('copy');
  getSelection().removeAllRanges();
  return copied;
}

export function show(item, origins = {}) {
  if (item.id !== shown?.id) {
    at('copy').textContent = 'Copy';
  }
  shown = item;
  at('summary').replaceChildren(summary(item));
  showPicture(item);
  at('assets').replaceChildren(...Object.entries(item.assets).map(([key, asset]) => assetOf(key, asset)), ...links(item));
  at('origins').replaceChildren(...originsOf(origins));
  at('json').textContent = pretty(item);
}

function choose(chosen) {
  for (const tab of tabs) {
    tab.ariaSelected = String(tab === chosen);
    tab.tabIndex = tab === chosen ? 0 : -1;
    at(tab.getAttribute('aria-controls')).hidden = tab !== chosen;
  }
}

function summary(item) {
  return facts(FIELDS.map(([name, value]) => [name, value(item)]));
}

function facts(entries) {
  return element('dl', {}, ...entries.filter(([, value]) => value).flatMap(([name, value]) =>
    [element('dt', {}, name), element('dd', {}, value)]));
}

function dates({datetime, start_datetime: start, end_datetime: end}) {
  return start && end ? `${moment(start)} to ${moment(end)}` : datetime && moment(datetime);
}

function moment(time) {
  return time.replace('T', ' ').replace('Z', ' UTC');
}

function unit(value, name) {
  return value === undefined ? '' : `${value} ${name}`;
}

// The values of a field in the Item and its assets, each once.
function all(item, field) {
  const found = [item.properties, ...Object.values(item.assets)].map(each => each[field]).filter(Boolean);
  return [...new Map(found.map(value => [JSON.stringify(value), value])).values()];
}

function nameOfExtension(uri) {
  return uri.match(/([^/]+)\/v[^/]+\/[^/]+$/)?.[1] ?? uri;
}

// Gives the URL of a picture of an Item: of one that others made where a browser can show it, or one of the service.
export async function picture({assets}) {
  const hrefs = Object.values(assets)
    .filter(({type, roles = []}) => IMAGES.includes(type) && roles.some(role => ['thumbnail', 'overview'].includes(role)))
    .map(({href}) => href);
  const own = hrefs.find(href => thumbnails && href.startsWith(thumbnails));
  return own ? service.picture(own.slice(thumbnails.length)).catch(() => undefined) : hrefs.find(href => /^https?:/.test(href));
}

async function showPicture(item) {
  const src = await picture(item);
  if (src && item === shown) {
    at('summary').prepend(element('img', {src, alt: 'Thumbnail', className: 'picture'}));
  }
}

function assetOf(key, asset) {
  return element('article', {},
    element('h3', {}, asset.title ? `${asset.title} (${key})` : key),
    facts([
      ['File', link(asset.href)],
      ['Type', asset.type],
      ['Roles', asset.roles?.join(', ')],
      ['Size', size(asset['file:size'])],
      ['Values', [asset.data_type, asset.nodata !== undefined && `no data ${asset.nodata}`, asset.unit !== '1' && asset.unit]
        .filter(Boolean).join(', ')],
    ]),
    ...bands(asset));
}

function link(href) {
  return /^https?:/.test(href) ? element('a', {href, rel: 'noreferrer'}, href) : element('code', {}, href);
}

function size(bytes) {
  if (bytes === undefined) {
    return '';
  }
  const power = Math.min(BYTES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${BYTES[power]}`;
}

function bands(asset) {
  // STAC 1.0.0 has the parts of a band in lists of two extensions
  const [eo = [], raster = []] = [asset['eo:bands'], asset['raster:bands']];
  const known = asset.bands ?? Array.from({length: Math.max(eo.length, raster.length)}, (_, i) => ({...eo[i], ...raster[i]}));
  return known.length === 0 ? [] : [element('div', {className: 'wide', tabIndex: 0, role: 'region', ariaLabel: 'Bands'}, table(
    ['Band', 'Common name', 'Description', 'Type', 'Minimum', 'Maximum'],
    known.map((band, i) => [
      band.name ?? String(i + 1),
      band['eo:common_name'] ?? band.common_name,
      band.description,
      band.data_type ?? asset.data_type,
      band.statistics?.minimum,
      band.statistics?.maximum,
    ])))];
}

function table(heads, rows) {
  const used = heads.map((_, column) => rows.some(row => row[column] !== undefined));
  const cells = (name, values) => values.filter((_, column) => used[column]).map(value => element(name, {}, String(value ?? '')));
  return element('table', {},
    element('thead', {}, element('tr', {}, ...cells('th', heads))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...cells('td', row)))));
}

function links(item) {
  return item.links.length === 0 ? [] : [element('article', {},
    element('h3', {}, 'Links'),
    facts(item.links.map(({rel, href}) => [rel, link(href)])))];
}

function originsOf(origins) {
  const pointers = Object.entries(origins);
  const writers = [...new Set(pointers.map(([, writer]) => writer))].sort();
  return writers.length === 0 ? [element('p', {}, 'Nothing is known of who wrote what.')] : writers.map(writer =>
    element('article', {},
      element('h3', {}, writer),
      element('ul', {}, ...pointers.filter(([, each]) => each === writer).map(([pointer]) => element('li', {}, pointer)))));
}

// Arrays of numbers stay on one line.
function pretty(item) {
  return JSON.stringify(item, null, 2)
    .replace(/\[\s+(-?[0-9][^[\]{}"]*?)\s+\]/g, (_, numbers) => `[${numbers.replace(/\s+/g, ' ')}]`);
}
