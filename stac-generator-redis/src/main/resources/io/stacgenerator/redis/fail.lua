-- ARGV: id, claim, retention, code, message, then how long to wait after the first attempt, the second and so on, as
-- far as there are further ones. Gives 1, or 0 when the job is not held.
local job = load_held(ARGV[1], ARGV[2])
if not job then
  return 0
end
local wait = ARGV[5 + job.claims - job.discounted]
if wait then
  leave_stream(job)
  enter(job, 'scheduled', 'retry_at', now + wait, 'error_code', ARGV[4], 'error_message', ARGV[5])
  redis.call('ZADD', root .. ':retries', now + wait, job.id)
else
  finish(job, 'failed', tonumber(ARGV[3]), 'error_code', ARGV[4], 'error_message', ARGV[5])
end
return 1
