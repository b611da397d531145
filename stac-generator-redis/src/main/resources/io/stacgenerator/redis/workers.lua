-- ARGV: lease. Gives each worker that was heard of within ten leases, its times, and the jobs that it holds.
local jobs = {}
for _, id in ipairs(redis.call('ZRANGE', index('started'), 0, -1)) do
  local worker = redis.call('HGET', record(id), 'worker')
  if worker then
    jobs[worker] = jobs[worker] or {}
    table.insert(jobs[worker], id)
  end
end
local workers = redis.call('HGETALL', root .. ':workers')
local reply = {}
for i = 1, #workers, 2 do
  local since, at = string.match(workers[i + 1], '(%d+) (%d+)')
  if now - at <= 10 * ARGV[1] then
    reply[#reply + 1] = {workers[i], since, at, jobs[workers[i]] or {}}
  end
end
return reply
