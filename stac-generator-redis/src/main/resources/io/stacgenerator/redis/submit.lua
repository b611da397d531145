-- ARGV: capacity, version, then of each job id, request, item id, asset, provider and callback, empty
-- where there is none. Gives how many are new, and why the next one is refused.
local capacity = tonumber(ARGV[1])
local free = capacity - waiting()
local added = 0
for i = 3, #ARGV, 6 do
  local id, request = ARGV[i], ARGV[i + 1]
  local digest = redis.sha1hex(request)
  local present = redis.call('HGET', record(id), 'digest')
  if present and present ~= digest then
    return {added, 'JOB_CONFLICT', id}
  end
  if not present then
    if free <= 0 then
      return {added, 'QUEUE_FULL', tostring(capacity - free)}
    end
    -- The first write must be one that a full Redis refuses: after one that needs no memory it would refuse nothing.
    local sequence = redis.call('INCR', root .. ':sequence')
    -- The record expires by itself, the rest when somebody looks: a job that is submitted in between is a new one.
    forget(id)
    local fields = {'version', ARGV[2], 'sequence', sequence, 'request', request, 'digest', digest, 'enqueued_at', now,
      'claims', 0, 'discounted', 0}
    for j, name in ipairs({'item_id', 'asset', 'provider', 'callback'}) do
      if ARGV[i + 1 + j] ~= '' then
        fields[#fields + 1] = name
        fields[#fields + 1] = ARGV[i + 1 + j]
      end
    end
    enqueue({id = id, sequence = sequence, version = ARGV[2]}, unpack(fields))
    free = free - 1
    added = added + 1
  end
end
return {added}
