-- ARGV: the number that all sequences are below, how many jobs are wanted, how many to look at, code, provider and text
-- in lower case, each empty where any will do, then states. Gives the lowest sequence that was looked at when there are
-- more, and sequence and status of each job that was found.
local wanted, most = tonumber(ARGV[2]), tonumber(ARGV[3])
local code, provider, text = ARGV[4], ARGV[5], ARGV[6]

local function contains(value)
  return value and string.find(string.lower(value), text, 1, true)
end

local function matches(s)
  return (code == '' or s[9] == code)
    and (provider == '' or (s[14] and string.lower(s[14]) == provider))
    and (text == '' or contains(s[1]) or contains(s[12]) or contains(s[13]) or contains(s[9] and s[10]))
end

local jobs = {}
for i = 7, #ARGV do
  local page = redis.call('ZREVRANGEBYSCORE', index(ARGV[i]), '(' .. ARGV[1], '-inf', 'WITHSCORES', 'LIMIT', 0, most + 1)
  for j = 1, #page, 2 do
    jobs[#jobs + 1] = {id = page[j], sequence = tonumber(page[j + 1])}
  end
end
table.sort(jobs, function(a, b) return a.sequence > b.sequence end)
local found = {}
local looked = 0
while looked < math.min(most, #jobs) and #found < wanted do
  looked = looked + 1
  local s = status(jobs[looked].id)
  if s and matches(s) then
    found[#found + 1] = {string.format('%.0f', jobs[looked].sequence), s}
  end
end
return {looked < #jobs and string.format('%.0f', jobs[looked].sequence) or '', found}
