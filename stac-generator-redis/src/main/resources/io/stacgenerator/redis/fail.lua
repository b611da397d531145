-- ARGV: id, claim, retention, code, message, then how long to wait after the first attempt, the second and so on, as
-- far as there are further ones. Gives 1, or 0 when the job is not held.
local job = load_held(ARGV[1], ARGV[2])
if not job then
  return 0
end
local wait = ARGV[5 + job.claims - job.discounted]
if wait then
  leave_stream(job)
  enter(job, 'scheduled')
  redis.call('HDEL', record(job.id), 'entry', 'lease_until')
  redis.call('ZADD', root .. ':retries', now + wait, job.id)
  redis.call('HSET', record(job.id), 'retry_at', now + wait)
else
  finish(job, 'failed', tonumber(ARGV[3]))
end
redis.call('HSET', record(job.id), 'error_code', ARGV[4], 'error_message', ARGV[5])
return 1
