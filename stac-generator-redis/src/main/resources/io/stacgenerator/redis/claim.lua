-- ARGV: consumer, version, max, lease, retention of failures, 1 to look for what is due, then entry and id of each job
-- that was read from the stream. Gives id, claim and request of each job that is taken, and 1 if it is to run alone.
local consumer, version = ARGV[1], ARGV[2]
local max, lease = tonumber(ARGV[3]), tonumber(ARGV[4])
local retention, look = tonumber(ARGV[5]), ARGV[6] == '1'
local key = stream(version)
local taken = {}

-- After so many lost workers a job runs alone. One loss is mostly a restart; a job that was there twice may be the cause,
-- and running it alone tells it from those that were there too.
local losses_before_alone = 2

local function give_up(job, losses)
  finish(job, 'failed', retention, 'losses', losses, 'error_code', 'WORKER_LOST', 'error_message',
    'job was given up after ' .. losses .. ' lost workers, the last of which ran nothing else')
end

local function take(entry, id)
  local job = load(id)
  if not job or job.entry ~= entry or (job.state ~= 'queued' and job.state ~= 'started') then
    leave_stream({entry = entry, version = version})
    return
  end
  -- A worker that ran other jobs too does not tell which of them it died of: none loses an attempt by it.
  local lost = job.state == 'started' and 1 or 0
  local losses = job.losses + lost
  if lost == 1 and job.alone then
    give_up(job, losses)
    return
  end
  enter(job, 'started', 'claims', job.claims + 1, 'discounted', job.discounted + lost, 'losses', losses, 'alone', 0,
    'started_at', now, 'lease_until', now + lease, 'worker', consumer)
  taken[#taken + 1] = {id, job.claims + 1, job.request, losses >= losses_before_alone and 1 or 0}
end

local function take_expired()
  local cursor = '0-0'
  while #taken < max and cursor do
    local reply = redis.call('XAUTOCLAIM', key, group, consumer, lease, cursor, 'COUNT', max - #taken)
    cursor = reply[1] ~= '0-0' and reply[1]
    for _, entry in ipairs(reply[2]) do
      if entry and entry[2] then
        take(entry[1], entry[2][2])
      end
    end
  end
end

local function queue_due()
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', root .. ':retries', '-inf', now, 'LIMIT', 0, 100)) do
    redis.call('ZREM', root .. ':retries', id)
    local job = load(id)
    if job and job.state == 'scheduled' then
      enqueue(job)
    end
  end
end

local function drop_dead_consumers()
  if not redis.call('SET', root .. ':tidied', now, 'NX', 'PX', lease) then
    return
  end
  for _, c in ipairs(redis.call('XINFO', 'CONSUMERS', key, group)) do
    local name, pending, idle = c[2], c[4], c[6]
    if pending == 0 and idle > 10 * lease then
      redis.call('XGROUP', 'DELCONSUMER', key, group, name)
    end
  end
  local workers = redis.call('HGETALL', root .. ':workers')
  for i = 1, #workers, 2 do
    if now - string.match(workers[i + 1], '%d+$') > 10 * lease then
      redis.call('HDEL', root .. ':workers', workers[i])
    end
  end
end

for i = 7, #ARGV, 2 do
  take(ARGV[i], ARGV[i + 1])
end
if look then
  take_expired()
  seen(consumer)
  queue_due()
  forget_expired()
  drop_dead_consumers()
end
if #taken < max then
  local reply = redis.call('XREADGROUP', 'GROUP', group, consumer, 'COUNT', max - #taken, 'STREAMS', key, '>')
  for _, entry in ipairs(reply and reply[1][2] or {}) do
    take(entry[1], entry[2][2])
  end
end
return taken
