-- ARGV: id, claim. Gives 1, or 0 when the job is not held.
local job = load_held(ARGV[1], ARGV[2])
if not job then
  return 0
end
leave_stream(job)
enqueue(job, 'discounted', job.discounted + 1)
return 1
