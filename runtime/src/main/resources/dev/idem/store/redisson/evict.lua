-- Removes a record, ends a running claim's lease, and leaves a mark: what was granted until now is not recorded any more.
-- Tells the waiters, and every process that keeps copies.
--
-- KEYS[1]  the record
-- ARGV[1]  ttl of the mark at least, milliseconds
-- ARGV[2]  channel of evictions
--
-- Replies  'done'  there was a claim or an outcome
--          'lost'  there was none

local mark, ttl, channels, found = now(), tonumber(ARGV[1]), {}, false

local state = kind()
if state == 'string' then
  found = true
  ttl = math.max(ttl, redis.call('PTTL', record))
  redis.call('DEL', record)
elseif state == 'hash' then
  local current = claim()
  found = current.token and true
  mark = math.max(mark, current.grant, current.mark)
  ttl = math.max(ttl, current.ttl)
  channels = waiters()
end

-- The mark comes first: a full server refuses it, and then nothing has been removed from a claim.
redis.call('HSET', record, 'mark', digits(mark), 'ttl', ttl)
forget(channels, ttl)

channels[#channels + 1] = ARGV[2]
tell(channels)
return found and 'done' or 'lost'
