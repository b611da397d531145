// The service as the page sees it.

const TOKEN = 'stac-generator-token';

export class Problem extends Error {
  constructor(status, answer) {
    super(answer.detail ?? answer.title ?? `the service answered ${status}`);
    this.status = status;
    this.code = answer.code;
    this.faults = answer.faults ?? [];
  }
}

export function useToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

export function hasToken() {
  return Boolean(sessionStorage.getItem(TOKEN));
}

async function call(path, options = {}) {
  const token = sessionStorage.getItem(TOKEN);
  const headers = token ? {...options.headers, Authorization: `Bearer ${token}`} : options.headers;
  const response = await fetch(path, {...options, headers}).catch(failure => {
    throw failure.name === 'AbortError' ? failure : new Problem(0, {detail: 'the service does not answer'});
  });
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

async function json(path, options) {
  return (await call(path, options)).json();
}

export function submit(request) {
  return json('jobs', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(request),
  });
}

export function settings() {
  return json('settings');
}

export function list({states, text, limit}) {
  const query = new URLSearchParams({limit});
  if (states) {
    query.set('status', states);
  }
  if (text) {
    query.set('q', text);
  }
  return json(`jobs?${query}`);
}

export function show(id) {
  return json(`jobs/${encodeURIComponent(id)}`);
}

export function item(id) {
  return json(`jobs/${encodeURIComponent(id)}/result`);
}

export function request(id) {
  return json(`jobs/${encodeURIComponent(id)}/request`);
}

// Gives a picture that the service has as a URL that the page may show. An image could not send the token.
export async function picture(path) {
  const bytes = await (await call(`thumbnails/${path}`)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
}

export function cancel(id) {
  return json(`jobs/${encodeURIComponent(id)}/cancel`, {method: 'POST'});
}

export function requeue(id) {
  return json(`jobs/${encodeURIComponent(id)}/requeue`, {method: 'POST'});
}

// Gives the changes of jobs as they happen, until the stream breaks. EventSource could not send the token.
export async function* changes() {
  const response = await call('events', {headers: {Accept: 'text/event-stream'}});
  let text = '';
  yield [];
  for await (const chunk of parts(response.body.pipeThrough(new TextDecoderStream()))) {
    const events = (text + chunk).split('\n\n');
    text = events.pop();
    for (const event of events) {
      const data = event.split('\n').filter(line => line.startsWith('data: ')).map(line => line.slice(6));
      if (data.length > 0) {
        yield JSON.parse(data.join('\n'));
      }
    }
  }
}

async function* parts(stream) {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    yield part.value;
  }
}
