-- ARGV: consumer, version, max, lease, most attempts, retention of failures, 1 to look for what is due, then entry and
-- id of each job that was read from the stream. Gives id, claim and request of each job that is taken.
local consumer, version = ARGV[1], ARGV[2]
local max, lease, most = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local retention, look = tonumber(ARGV[6]), ARGV[7] == '1'
local key = stream(version)
local taken = {}

local function give_up(job, attempts)
  finish(job, 'failed', retention, 'error_code', 'WORKER_LOST', 'error_message',
    'job was given up after ' .. attempts .. ' attempts: each time its worker died or was cut off')
end

local function take(entry, id)
  local job = load(id)
  if not job or job.entry ~= entry or (job.state ~= 'queued' and job.state ~= 'started') then
    leave_stream({entry = entry, version = version})
    return
  end
  local attempts = job.claims - job.discounted
  if attempts >= most then
    give_up(job, attempts)
    return
  end
  enter(job, 'started', 'claims', job.claims + 1, 'started_at', now, 'lease_until', now + lease)
  taken[#taken + 1] = {id, job.claims + 1, job.request}
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
end

for i = 8, #ARGV, 2 do
  take(ARGV[i], ARGV[i + 1])
end
if look then
  take_expired()
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
