// The footprints of all Items of the list on one map, without tiles unless the service names some: land, a graticule
// that follows the zoom, and a small world with the place.

/* global L */

import {at, element} from './dom.js';

const STEP_PIXELS = 85;
const SVG = 'http://www.w3.org/2000/svg';
const MAX_ZOOM = 24; // an image of 10 m fills the map
const POINT_ZOOM = 15;

const frame = at('map-frame');
const locator = at('locator');
const footprints = new Map();
const pictures = new Map();
const FORM = 0.05; // meridians meet, by less than this within a scene

// An image on three corners, which may be turned a little against the map.
const Picture = L.Layer.extend({
  initialize(image, corners) {
    this.image = image;
    this.corners = corners;
    image.className = 'leaflet-zoom-hide laid';
  },
  onAdd(view) {
    this.getPane('tilePane').append(this.image);
    this.place(view);
  },
  onRemove() {
    this.image.remove();
  },
  getElement() {
    return this.image;
  },
  getBounds() {
    return L.latLngBounds(Object.values(this.corners).map(([longitude, latitude]) => [latitude, longitude]));
  },
  getEvents() {
    return {zoomend: () => this.place(this._map), viewreset: () => this.place(this._map)};
  },
  place(view) {
    const {x, y} = this.point(view, 'topLeft');
    const right = this.point(view, 'topRight');
    const down = this.point(view, 'bottomLeft');
    const {naturalWidth: width, naturalHeight: height} = this.image;
    const parts = [(right.x - x) / width, (right.y - y) / width, (down.x - x) / height, (down.y - y) / height, x, y];
    this.image.style.transform = `matrix(${parts.join()})`;
  },
  point(view, corner) {
    const [longitude, latitude] = this.corners[corner];
    return view.latLngToLayerPoint([latitude, longitude]);
  },
});
let tiles;
let map;
let chosen = '';
let fitted;
let onChosen = () => {};

at('show-all').addEventListener('click', fitAll);

export function onFootprint(listener) {
  onChosen = listener;
}

// Draws on tiles of others; null for none.
export function useTiles(wanted) {
  tiles = wanted;
}

export function has(id) {
  return footprints.has(id);
}

export function add(id, {geometry, bbox}) {
  if (!has(id)) {
    footprints.set(id, geometry && footprint(id, geometry, bbox));
  }
}

// Lays a picture on the map where the footprint has its form: that of data, or of a swath, is not that of the picture.
export async function lay(id, url, geometry) {
  const corners = has(id) && !pictures.has(id) && cornersOf(geometry);
  if (!corners) {
    return;
  }
  const image = element('img', {src: url, alt: ''});
  await image.decode().catch(() => {});
  if (footprints.get(id) && fits(corners, image.naturalWidth / image.naturalHeight)) {
    pictures.set(id, new Picture(image, corners));
    footprints.get(id).addLayer(pictures.get(id));
  }
}

// The corners of an image whose north is up, or nearly so.
function cornersOf(geometry) {
  if (geometry?.type !== 'Polygon' || geometry.coordinates.length > 1) {
    return undefined;
  }
  const ring = geometry.coordinates[0];
  const most = score => ring.reduce((best, each) => score(each) > score(best) ? each : best);
  const [topLeft, topRight, bottomLeft, bottomRight] =
    [([x, y]) => y - x, ([x, y]) => x + y, ([x, y]) => -x - y, ([x, y]) => x - y].map(most);
  return {topLeft, topRight, bottomLeft, bottomRight};
}

function fits({topLeft, topRight, bottomLeft, bottomRight}, aspect) {
  const width = topRight[0] - topLeft[0];
  const height = topLeft[1] - bottomLeft[1];
  const shrunk = Math.cos(topLeft[1] * Math.PI / 180);
  const skew = Math.hypot(
    (topRight[0] + bottomLeft[0] - topLeft[0] - bottomRight[0]) / width,
    (topRight[1] + bottomLeft[1] - topLeft[1] - bottomRight[1]) / height,
  );
  const alike = [1, shrunk].some(scale => Math.abs(width * scale / height / aspect - 1) < FORM);
  return alike && skew < FORM && Math.abs(topRight[1] - topLeft[1]) < 2 * FORM * height;
}

// Forgets all but these, and the one that is chosen.
export function keep(ids) {
  [...footprints.keys()].filter(id => id !== chosen && !ids.includes(id)).forEach(id => {
    footprints.get(id)?.remove();
    footprints.delete(id);
    pictures.delete(id);
  });
}

// Shows one Item among the others, or all of them when none is chosen. What a reader has moved stays where it is.
export function show(id) {
  chosen = id;
  const layers = drawn();
  frame.hidden = id === '' ? layers.length === 0 : !footprints.get(id);
  at('show-all').hidden = layers.length < 2;
  if (frame.hidden) {
    fitted = undefined;
    return;
  }
  map ??= createMap();
  map.invalidateSize();
  layers.forEach(layer => layer.addTo(map));
  mark();
  const wanted = id || layers.map(L.stamp).join();
  if (wanted !== fitted) {
    fitted = wanted;
    id === '' ? fitAll() : fit(footprints.get(id).getBounds());
  }
}

function drawn() {
  return [...footprints.values()].filter(Boolean);
}

function mark() {
  for (const [id, layer] of footprints) {
    layer?.eachLayer(part => part.getElement()?.classList.toggle('chosen', id === chosen));
  }
  footprints.get(chosen)?.bringToFront();
  at('map').setAttribute('aria-label', chosen
    ? `Map of the footprint of ${at('job-heading').textContent}`
    : `Map of the footprints of ${drawn().length} Items`);
}

function fitAll() {
  fit(drawn().reduce((bounds, layer) => bounds.extend(layer.getBounds()), L.latLngBounds([])));
}

function fit(bounds) {
  const maxZoom = bounds.getNorthEast().equals(bounds.getSouthWest(), 0) ? POINT_ZOOM : MAX_ZOOM;
  map.fitBounds(bounds, {animate: false, maxZoom, padding: [40, 40]});
  point(bounds.getCenter().wrap());
}

function footprint(id, geometry, bbox) {
  return L.geoJSON(geometry, {
    style: {className: 'footprint'},
    pointToLayer: (point, position) => L.circleMarker(position, {className: 'footprint', radius: 6}),
    coordsToLatLng: crossesAntimeridian(bbox) ? eastward : undefined,
  }).on('click', () => onChosen(id));
}

function crossesAntimeridian(bbox) {
  return bbox !== undefined && bbox[0] > bbox[bbox.length / 2];
}

function eastward([longitude, latitude]) {
  return L.latLng(latitude, longitude < 0 ? longitude + 360 : longitude);
}

function createMap() {
  const created = L.map('map', {
    crs: tiles ? L.CRS.EPSG3857 : L.CRS.EPSG4326,
    minZoom: 0,
    maxZoom: MAX_ZOOM,
    zoomSnap: 0.25,
    attributionControl: false,
  });
  created.setView([0, 0], 0);
  L.control.scale({imperial: false, position: 'bottomright'}).addTo(created);
  const graticule = L.layerGroup().addTo(created);
  created.on('moveend', () => drawGraticule(created, graticule));
  addLand(created);
  return created;
}

async function addLand(created) {
  const land = await (await fetch('land.json')).json();
  if (tiles) {
    L.tileLayer(tiles.url, {maxZoom: MAX_ZOOM, maxNativeZoom: 18}).addTo(created);
    at('map-source').textContent = tiles.attribution;
  } else {
    [-360, 0, 360].forEach(shift => landLayer(land, shift).addTo(created).bringToBack());
  }
  locator.prepend(shape('path', {class: 'land', d: land.coordinates.flat().map(outline).join('')}));
}

function outline(ring) {
  return `M${ring.map(([longitude, latitude]) => `${longitude} ${-latitude}`).join('L')}Z`;
}

function point({lng, lat}) {
  locator.querySelector('.place')?.remove();
  locator.append(shape('circle', {class: 'place', cx: lng, cy: -lat, r: 8}));
}

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

function landLayer(land, shift) {
  return L.geoJSON(land, {
    interactive: false,
    style: {className: 'land'},
    coordsToLatLng: ([longitude, latitude]) => L.latLng(latitude, longitude + shift),
  });
}

function drawGraticule(view, layer) {
  const bounds = view.getBounds();
  const step = stepOf(STEP_PIXELS * (bounds.getEast() - bounds.getWest()) / view.getSize().x);
  layer.clearLayers();
  for (const longitude of multiples(bounds.getWest(), bounds.getEast(), step)) {
    line(layer, [[-90, longitude], [90, longitude]]);
    label(layer, [bounds.getSouth(), longitude], degrees(wrapped(longitude), step, 'E', 'W'), [-4, 18]);
  }
  for (const latitude of multiples(Math.max(-90, bounds.getSouth()), Math.min(90, bounds.getNorth()), step)) {
    line(layer, [[latitude, bounds.getWest()], [latitude, bounds.getEast()]]);
    label(layer, [latitude, bounds.getWest()], degrees(latitude, step, 'N', 'S'), [-4, 16]);
  }
  hideCovered();
}

// The least of 1, 2 or 5 times a power of ten, or 30, that is not below a number of degrees.
function stepOf(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map(each => each * power).find(each => each >= least * 0.999);
  return step > 10 ? 30 : step;
}

// Hides the labels that lie below a control, or one below another.
function hideCovered() {
  const taken = [...frame.querySelectorAll('.leaflet-control, #locator')].map(each => each.getBoundingClientRect());
  frame.querySelectorAll('.degree').forEach(label => {
    const box = label.getBoundingClientRect();
    if (taken.some(each => overlap(each, box))) {
      label.remove();
    } else {
      taken.push(box);
    }
  });
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function multiples(from, to, step) {
  const first = Math.ceil(from / step);
  return Array.from({length: Math.max(0, Math.floor(to / step) - first + 1)}, (_, i) => (first + i) * step);
}

function line(layer, points) {
  L.polyline(points, {className: 'graticule', interactive: false}).addTo(layer);
}

function label(layer, position, text, anchor) {
  const icon = L.divIcon({className: 'degree', html: text, iconSize: null, iconAnchor: anchor});
  L.marker(position, {icon, interactive: false, keyboard: false}).addTo(layer);
}

function wrapped(longitude) {
  return longitude - 360 * Math.round(longitude / 360);
}

function degrees(value, step, positive, negative) {
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  const size = Math.abs(value).toFixed(digits);
  return `${size}°${Number(size) === 0 ? '' : value > 0 ? positive : negative}`;
}
