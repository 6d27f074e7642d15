-- Describes a record without changing it, and without what is in it.
--
-- KEYS[1]  the record
--
-- Replies  'absent'               no outcome and no claim
--          'held <rest> <age>'    in progress, for so many milliseconds; granted so many milliseconds ago
--          'lapsed 0 <age>'       the lease is over, and the next call takes over
--          'unknown 0 <age>'      the lease is over, and nobody takes over
--          'completed <rest>'     there is an outcome, for so many milliseconds

local state = kind()
if state == 'none' then
  return 'absent'
end
if state == 'string' then
  return 'completed ' .. redis.call('PTTL', record)
end

local current = claim()
if not current.token then
  return 'absent'
end
local age = digits(math.max(0, math.floor((now() - current.grant) / 1000)))
local rest = redis.call('PTTL', record) - current.ttl
if rest > 0 then
  return 'held ' .. rest .. ' ' .. age
end
return (current.started and 'unknown 0 ' or 'lapsed 0 ') .. age
