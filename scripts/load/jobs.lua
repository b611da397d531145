-- Each client submits a job a while after the one before is answered. Any answer but 202 and 429 is a failure.

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  others, refused, submitted = 0, 0, 0
  submit = wrk.format("POST", "/jobs", {["Content-Type"] = "application/json"}, args[1])
  pause = tonumber(args[2])
end

function delay()
  return pause
end

function request()
  return submit
end

function response(status)
  if status == 202 then
    submitted = submitted + 1
  elseif status == 429 then
    refused = refused + 1
  else
    others = others + 1
  end
end

function done(summary, latency)
  local total = {submitted = 0, refused = 0, others = 0}
  for _, thread in ipairs(threads) do
    for name in pairs(total) do
      total[name] = total[name] + thread:get(name)
    end
  end
  local broken = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("submitted %d, refused with 429 %d, other answers %d, broken connections %d", total.submitted,
    total.refused, total.others, broken))
  print(string.format("p50 %.1f ms, p99 %.1f ms, most %.1f ms", latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000))
  if total.others + broken > 0 then
    os.exit(1)
  end
end
