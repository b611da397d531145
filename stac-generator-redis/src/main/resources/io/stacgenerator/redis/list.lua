-- ARGV: the number that all sequences are below, limit, then states. Gives the lowest sequence when there are more, and
-- the statuses.
local limit = tonumber(ARGV[2])
local found = {}
for i = 3, #ARGV do
  local page = redis.call('ZREVRANGEBYSCORE', index(ARGV[i]), '(' .. ARGV[1], '-inf', 'WITHSCORES', 'LIMIT', 0, limit + 1)
  for j = 1, #page, 2 do
    found[#found + 1] = {id = page[j], sequence = tonumber(page[j + 1])}
  end
end
table.sort(found, function(a, b) return a.sequence > b.sequence end)
local statuses = {}
for i = 1, math.min(limit, #found) do
  statuses[#statuses + 1] = status(found[i].id)
end
return {#found > limit and tostring(found[limit].sequence) or '', statuses}
