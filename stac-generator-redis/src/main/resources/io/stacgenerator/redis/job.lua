-- What all scripts share: the keys, the time, and the moves of a job from one state to another.
-- In a full Redis a script may still write once it has made a write that needs no memory. Each move therefore begins
-- with one of XACK, ZREM, XREADGROUP, XAUTOCLAIM or XCLAIM.

local root = KEYS[1]
local group = 'workers'
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function record(id)
  return root .. ':job:' .. id
end

local function index(state)
  return root .. ':jobs:' .. state
end

local function stream(version)
  return root .. ':stream:' .. version
end

local function leave_stream(job)
  if job.entry then
    redis.call('XACK', stream(job.version), group, job.entry)
    redis.call('XDEL', stream(job.version), job.entry)
  end
end

local function load(id)
  local f = redis.call('HMGET', record(id), 'state', 'sequence', 'version', 'entry', 'claims', 'discounted', 'request',
    'losses', 'alone')
  if not f[1] then
    return nil
  end
  return {
    id = id,
    state = f[1],
    sequence = f[2],
    version = f[3],
    entry = f[4],
    claims = tonumber(f[5]),
    discounted = tonumber(f[6]),
    request = f[7],
    losses = tonumber(f[8] or 0),
    alone = f[9] == '1'
  }
end

local function load_held(id, claim)
  local job = load(id)
  if job and job.state == 'started' and job.claims == tonumber(claim) then
    return job
  end
  return nil
end

-- Moves a job into a state, and sets fields of its record.
local function enter(job, state, ...)
  if job.state then
    redis.call('ZREM', index(job.state), job.id)
  end
  redis.call('ZADD', index(state), job.sequence, job.id)
  redis.call('HSET', record(job.id), 'state', state, ...)
  redis.call('PUBLISH', root .. ':events:' .. state, now .. ' ' .. job.id)
end

local function enqueue(job, ...)
  local entry = redis.call('XADD', stream(job.version), '*', 'job', job.id)
  enter(job, 'queued', 'entry', entry, ...)
end

local function finish(job, state, retention, ...)
  leave_stream(job)
  enter(job, state, 'ended_at', now, ...)
  redis.call('PEXPIRE', record(job.id), retention)
  redis.call('ZADD', root .. ':expiring', now + retention, job.id)
  if redis.call('HGET', record(job.id), 'callback') then
    redis.call('ZADD', root .. ':callbacks', now, job.id)
  end
end

-- Forgets a job that has ended. Its record may have expired before.
local function forget(id)
  if redis.call('ZREM', root .. ':expiring', id) == 1 then
    for _, state in ipairs({'finished', 'failed', 'stopped', 'canceled'}) do
      redis.call('ZREM', index(state), id)
    end
    redis.call('ZREM', root .. ':callbacks', id)
    redis.call('DEL', record(id))
  end
end

local function forget_expired()
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', root .. ':expiring', '-inf', now, 'LIMIT', 0, 1000)) do
    forget(id)
  end
end

local function waiting()
  return redis.call('ZCARD', index('queued')) + redis.call('ZCARD', index('scheduled'))
end

-- Records that a worker is there: since when, and when it was last heard of.
local function seen(consumer)
  local known = redis.call('HGET', root .. ':workers', consumer)
  local since = known and string.match(known, '^%d+') or string.format('%.0f', now)
  redis.call('HSET', root .. ':workers', consumer, since .. ' ' .. string.format('%.0f', now))
end

-- The fields that a status is made of.
local function status(id)
  local f = redis.call('HMGET', record(id), 'state', 'enqueued_at', 'started_at', 'ended_at', 'retry_at', 'claims',
    'discounted', 'lease_until', 'error_code', 'error_message', 'warnings', 'item_id', 'asset', 'provider', 'worker',
    'without_geometry')
  local state = f[1]
  if not state then
    return nil
  end
  local expired = state == 'started' and tonumber(f[8]) < now
  local retry_at = state == 'scheduled' and f[5]
  local failed = state ~= 'finished' and f[9]
  local warnings = state == 'finished' and f[11]
  return {id, state, f[2], f[3], f[4], retry_at, f[6] - f[7], expired and 1 or 0, failed, f[10], warnings, f[12], f[13],
    f[14], f[15], f[16]}
end
