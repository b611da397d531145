-- ARGV: id. Records that the call was answered.
return redis.call('ZREM', root .. ':callbacks', ARGV[1])
