// Prints the Items of a table as rustac has them: parquet-wasm reads it into Arrow, from which stac-wasm makes Items.
// usage: node rustac.mjs NODE_MODULES FILE
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, file] = process.argv.slice(2);
const require = createRequire(path.join(modules, 'package.json'));
const parquet = require(path.join(modules, 'parquet-wasm/node/parquet_wasm.js'));
const { tableFromIPC } = require('apache-arrow');

// stac-wasm is packaged for bundlers, so it is instantiated by hand.
const stac = await import(pathToFileURL(path.join(modules, 'stac-wasm/stac_wasm_bg.js')));
const code = await WebAssembly.compile(fs.readFileSync(path.join(modules, 'stac-wasm/stac_wasm_bg.wasm')));
const imports = Object.fromEntries(WebAssembly.Module.imports(code).map(({ module }) => [module, stac]));
const { exports } = await WebAssembly.instantiate(code, imports);
stac.__wbg_set_wasm(exports);
exports.__wbindgen_start();

const table = tableFromIPC(parquet.readParquet(fs.readFileSync(file)).intoIPCStream());
// In Arrow a geometry is known by its extension type, in Parquet by the key "geo" of the footer.
const geometry = table.schema.fields.find((field) => field.name === 'geometry');
geometry.metadata.set('ARROW:extension:name', 'geoarrow.wkb');
const plain = (name, value) => (typeof value === 'bigint' ? Number(value) : value);
console.log(JSON.stringify({ items: stac.arrowToStacJson(table) }, plain));
