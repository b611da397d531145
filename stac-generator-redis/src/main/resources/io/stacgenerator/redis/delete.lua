-- ARGV: id. Forgets a job that has ended. Gives 1, 0 when it has not ended, or nothing when there is none.
local job = load(ARGV[1])
if not job then
  return nil
end
if job.state == 'queued' or job.state == 'started' or job.state == 'scheduled' then
  return 0
end
forget(job.id)
return 1
