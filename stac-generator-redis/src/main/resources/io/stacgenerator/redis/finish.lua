-- ARGV: id, claim, retention, result, warnings or nothing, id of the item, 1 if it has no geometry, request without credentials.
-- Gives 1, or 0 when the job is not held.
local job = load_held(ARGV[1], ARGV[2])
if not job then
  return 0
end
finish(job, 'finished', tonumber(ARGV[3]), 'result', ARGV[4], 'warnings', ARGV[5], 'item_id', ARGV[6],
  'without_geometry', ARGV[7], 'request', ARGV[8])
return 1
