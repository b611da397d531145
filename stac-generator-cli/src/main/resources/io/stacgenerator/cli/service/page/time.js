// Times as people say them.

const UNITS = [['d', 86_400], ['h', 3600], ['min', 60]];

// How long a job ran.
export function elapsed({started_at: start, ended_at: end}) {
  if (!start || !end) {
    return '';
  }
  const millis = new Date(end) - new Date(start);
  return millis < 1000 ? `${millis} ms` : `${(millis / 1000).toFixed(1)} s`;
}

// How long ago something was.
export function age(time) {
  const seconds = Math.max(0, (Date.now() - new Date(time)) / 1000);
  const [unit, size] = UNITS.find(([, each]) => seconds >= each) ?? ['s', 1];
  return `${Math.floor(seconds / size)} ${unit}`;
}
