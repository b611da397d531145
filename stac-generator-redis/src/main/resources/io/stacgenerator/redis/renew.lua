-- ARGV: consumer, lease, then id and claim of each job. Gives 1 for each that is still held, else 0.
local held = {}
local any = false
for i = 3, #ARGV, 2 do
  local job = load_held(ARGV[i], ARGV[i + 1])
  if job then
    redis.call('XCLAIM', stream(job.version), group, ARGV[1], 0, job.entry, 'JUSTID')
    redis.call('HSET', record(job.id), 'lease_until', now + ARGV[2])
  end
  any = any or job
  held[#held + 1] = job and 1 or 0
end
if any then
  seen(ARGV[1])
end
return held
