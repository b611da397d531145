-- ARGV: id. Gives the state and, where it is kept, the request; or nothing when there is no such job.
local f = redis.call('HMGET', record(ARGV[1]), 'state', 'request')
return f[1] and f or nil
