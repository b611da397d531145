-- ARGV: id, retention. Gives 1, 0 when the job has ended, or nothing when there is none.
local job = load(ARGV[1])
if not job then
  return nil
end
if job.state == 'started' then
  finish(job, 'stopped', tonumber(ARGV[2]))
elseif job.state == 'queued' or job.state == 'scheduled' then
  redis.call('ZREM', root .. ':retries', job.id)
  finish(job, 'canceled', tonumber(ARGV[2]))
else
  return 0
end
return 1
