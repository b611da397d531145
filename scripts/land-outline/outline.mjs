// Turns the land of a TopoJSON file into one GeoJSON MultiPolygon.

import {readFileSync} from 'node:fs';

const {transform: {scale, translate}, arcs, objects} = JSON.parse(readFileSync(process.argv[2]));
const lines = arcs.map(decode);

function decode(arc) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]].map(degree => Math.round(degree * 10) / 10);
  });
}

// A negative index stands for an arc in reverse; each arc begins where the one before it ended.
function ring(indices) {
  const points = indices.flatMap(index => (index < 0 ? [...lines[~index]].reverse() : lines[index]));
  return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
}

const polygons = objects.land.geometries.flatMap(({type, arcs}) => (type === 'MultiPolygon' ? arcs : [arcs]));
const coordinates = polygons.map(polygon => polygon.map(ring).filter(points => points.length > 3));
console.log(JSON.stringify({type: 'MultiPolygon', coordinates: coordinates.filter(polygon => polygon.length > 0)}));
