-- ARGV: how many, then how long to wait after the first try, the second and so on, as far as there are further ones. Gives
-- job, URL and number of the try of each call that is due.
local given = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', root .. ':callbacks', '-inf', now, 'LIMIT', 0, ARGV[1])) do
  local f = redis.call('HMGET', record(id), 'callback', 'callback_tries')
  local try = (f[2] or 0) + 1
  local wait = ARGV[1 + try]
  redis.call('ZREM', root .. ':callbacks', id)
  if f[1] then
    redis.call('HSET', record(id), 'callback_tries', try)
    if wait then
      redis.call('ZADD', root .. ':callbacks', now + wait, id)
    end
    given[#given + 1] = {id, f[1], try}
  end
end
return given
