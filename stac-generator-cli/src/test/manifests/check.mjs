// Holds YAML documents against the schemas of Kubernetes and KEDA: node check.mjs FILE

import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import YAML from 'yaml';

const require = createRequire(import.meta.url);
const {Deployment} = require('kubernetes-models/apps/v1');
const {ScaledObject} = require('@kubernetes-models/keda/keda.sh/v1alpha1');
const kinds = {Deployment, ScaledObject};

for (const document of YAML.parseAllDocuments(readFileSync(process.argv[2], 'utf8'))) {
  const object = document.toJS();
  new kinds[object.kind](object).validate();
  console.log(`${object.kind} ${object.metadata.name}`);
}
