// Prints the rows of a table, and its footer, as hyparquet reads them: an implementation that shares no code with ours.
// usage: node hyparquet.mjs NODE_MODULES FILE
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, file] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(path.join(modules, name)));
const { parquetMetadata, parquetReadObjects } = await load('hyparquet/src/index.js');
const { compressors } = await load('hyparquet-compressors/src/index.js');

const bytes = fs.readFileSync(file);
const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
const rows = await parquetReadObjects({ file: buffer, compressors });
const footer = Object.fromEntries(parquetMetadata(buffer).key_value_metadata.map(({ key, value }) => [key, JSON.parse(value)]));
const plain = (name, value) =>
  typeof value === 'bigint' ? Number(value) : Number.isNaN(value) ? 'nan' : value;
console.log(JSON.stringify({ rows, footer }, plain));
