-- ARGV: states. Gives the number of jobs in each, then how long the job has waited that was submitted first, or nothing, and what Redis
-- says of its memory, where the user may ask.
forget_expired()
local counts = {}
for i, state in ipairs(ARGV) do
  counts[i] = redis.call('ZCARD', index(state))
end
local oldest = redis.call('ZRANGE', index('queued'), 0, 0)[1]
local since = oldest and redis.call('HGET', record(oldest), 'enqueued_at')
counts[#counts + 1] = since and now - since or -1
local memory = redis.pcall('INFO', 'memory')
counts[#counts + 1] = type(memory) == 'string' and memory or ''
return counts
