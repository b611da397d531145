-- ARGV: consumer, version. Forgets a consumer, unless it still holds jobs: those are to be found when their leases are over.
redis.call('HDEL', root .. ':workers', ARGV[1])
for _, c in ipairs(redis.call('XINFO', 'CONSUMERS', stream(ARGV[2]), group)) do
  if c[2] == ARGV[1] and c[4] == 0 then
    redis.call('XGROUP', 'DELCONSUMER', stream(ARGV[2]), group, ARGV[1])
  end
end
return 1
