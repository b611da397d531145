-- ARGV: id, capacity. Gives 1, 0 when the job has not ended without a result, -1 when the queue is full, or nothing when
-- there is no such job.
local job = load(ARGV[1])
if not job then
  return nil
end
if job.state ~= 'failed' and job.state ~= 'stopped' and job.state ~= 'canceled' then
  return 0
end
if waiting() >= tonumber(ARGV[2]) then
  return -1
end
job.sequence = redis.call('INCR', root .. ':sequence')
redis.call('ZREM', root .. ':expiring', job.id)
redis.call('ZREM', root .. ':callbacks', job.id)
redis.call('PERSIST', record(job.id))
redis.call('HDEL', record(job.id), 'started_at', 'ended_at', 'error_code', 'error_message', 'losses', 'worker',
  'callback_tries')
enqueue(job, 'sequence', job.sequence, 'enqueued_at', now, 'discounted', job.claims)
return 1
