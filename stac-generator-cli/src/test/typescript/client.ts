// A client of the service with the types that openapi-typescript makes of its document: node client.js BASE ASSET

import createClient from 'openapi-fetch';
import type {components, paths} from './openapi.js';

declare const process: {argv: string[]}; // rather than the types of Node.js, which weigh more than the compiler
type Job = components['schemas']['Job'];

const [baseUrl, asset] = process.argv.slice(2);
const client = createClient<paths>({baseUrl});

async function submit(): Promise<string> {
  const {data, error} = await client.POST('/jobs', {body: {assetPaths: [asset], options: {statistics: 'exact'}}});
  if (error) {
    throw new Error(`${error.status} ${error.code}: ${error.detail}`);
  }
  return data.job_id!; // one request has one id
}

async function end(job_id: string): Promise<Job> {
  for (;;) {
    const {data} = await client.GET('/jobs/{job_id}', {params: {path: {job_id}}});
    if (data && ['finished', 'failed'].includes(data.status)) {
      return data;
    }
  }
}

const id = await submit();
const job = await end(id);
const found = await client.GET('/jobs', {params: {query: {status: ['finished'], q: id, limit: 10}}});
const items: (string | undefined)[] = found.data?.jobs.map(each => each.item_id) ?? [];
const workers = await client.GET('/workers');
const requeued = await client.POST('/jobs/requeue', {params: {query: {code: 'TIMED_OUT'}}});
const item = await client.POST('/items', {body: {assetPaths: [], assets: [{href: asset, roles: ['data']}]}});
await client.DELETE('/jobs/{job_id}', {params: {path: {job_id: id}}});
console.log([job.status, job.item?.id === items[0], workers.data?.workers.length, requeued.data?.requeued,
  item.data?.geometry?.type, item.response.status].join(' '));
