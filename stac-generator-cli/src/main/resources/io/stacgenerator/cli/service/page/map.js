// A map without tiles: land, a graticule that follows the zoom, and the footprint; beside it a small world with the place.

/* global L */

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];
const STEP_PIXELS = 85;
const SVG = 'http://www.w3.org/2000/svg';

const locator = document.getElementById('locator');
let map;
let footprint;

export function draw(geometry, bbox) {
  map ??= createMap();
  map.invalidateSize();
  footprint?.remove();
  footprint = L.geoJSON(geometry, {
    style: {className: 'footprint'},
    pointToLayer: (point, position) => L.circleMarker(position, {className: 'footprint', radius: 6}),
    coordsToLatLng: crossesAntimeridian(bbox) ? eastward : undefined,
  }).addTo(map);
  map.fitBounds(footprint.getBounds().pad(0.3), {animate: false, maxZoom: 15});
  point(footprint.getBounds().getCenter().wrap());
}

function crossesAntimeridian(bbox) {
  return bbox !== undefined && bbox[0] > bbox[bbox.length / 2];
}

function eastward([longitude, latitude]) {
  return L.latLng(latitude, longitude < 0 ? longitude + 360 : longitude);
}

function createMap() {
  const created = L.map('map', {crs: L.CRS.EPSG4326, minZoom: 0, maxZoom: 18, zoomSnap: 0.25, attributionControl: false});
  created.setView([0, 0], 0);
  const graticule = L.layerGroup().addTo(created);
  created.on('moveend', () => drawGraticule(created, graticule));
  L.control.scale({imperial: false, position: 'bottomright'}).addTo(created);
  addLand(created);
  return created;
}

async function addLand(created) {
  const land = await (await fetch('land.json')).json();
  for (const shift of [-360, 0, 360]) {
    landLayer(land, shift).addTo(created).bringToBack();
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
  const degreePixels = view.getSize().x / (bounds.getEast() - bounds.getWest());
  const step = STEPS.find(each => each * degreePixels >= STEP_PIXELS) ?? STEPS.at(-1);
  layer.clearLayers();
  for (const longitude of multiples(bounds.getWest(), bounds.getEast(), step)) {
    line(layer, [[-90, longitude], [90, longitude]]);
    label(layer, [bounds.getSouth(), longitude], degrees(wrapped(longitude), step, 'E', 'W'), [-4, 18]);
  }
  for (const latitude of multiples(Math.max(-90, bounds.getSouth()), Math.min(90, bounds.getNorth()), step)) {
    line(layer, [[latitude, bounds.getWest()], [latitude, bounds.getEast()]]);
    label(layer, [latitude, bounds.getWest()], degrees(latitude, step, 'N', 'S'), [-4, 16]);
  }
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
