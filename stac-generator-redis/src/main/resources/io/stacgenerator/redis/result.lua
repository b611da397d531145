-- ARGV: id. Gives the state and, where there is one, the result; or nothing when there is no such job.
local f = redis.call('HMGET', record(ARGV[1]), 'state', 'result')
return f[1] and f or nil
