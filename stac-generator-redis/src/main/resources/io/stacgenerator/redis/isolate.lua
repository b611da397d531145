-- ARGV: id, claim. Records that the worker runs nothing else. Gives 1, or 0 when the job is not held.
local job = load_held(ARGV[1], ARGV[2])
if not job then
  return 0
end
-- It is in no other state: a first write that needs no memory, and that leaves the lease as long as it was.
redis.call('ZREM', index('queued'), job.id)
redis.call('HSET', record(job.id), 'alone', 1)
return 1
