-- ARGV: id. Gives the fields of its status, or nothing when there is no such job.
return status(ARGV[1])
