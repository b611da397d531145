-- ARGV: id, claim. Records that the worker runs nothing else. Gives 1, or 0 when the job is not held.
local job = load_held(ARGV[1], ARGV[2])
if not job then
  return 0
end
redis.call('XCLAIM', stream(job.version), group, ARGV[3], 0, job.entry, 'JUSTID')
redis.call('HSET', record(job.id), 'alone', 1)
return 1
