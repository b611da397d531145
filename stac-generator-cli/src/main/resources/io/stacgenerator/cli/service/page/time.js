// How long a job ran, or has run.

export function elapsed({started_at: start, ended_at: end}) {
  if (!start || !end) {
    return '';
  }
  const millis = new Date(end) - new Date(start);
  return millis < 1000 ? `${millis} ms` : `${(millis / 1000).toFixed(1)} s`;
}
