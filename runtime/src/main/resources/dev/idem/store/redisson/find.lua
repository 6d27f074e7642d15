-- Reads a record without changing it.
--
-- KEYS[1]  the record
-- ARGV[1]  fingerprint
--
-- Replies  'absent'                      no outcome and no live claim
--          'held <rest>'                 in progress, for so many milliseconds
--          'completed <rest> <outcome>'  there is an outcome, for so many milliseconds
--          'unknown'                     the owner began to run and has not been heard of for a whole lease
--          'conflict'                    the record belongs to another fingerprint

local state = kind()
if state == 'none' then
  return 'absent'
end

if state == 'string' then
  local done = outcome()
  if done.fingerprint ~= ARGV[1] then
    return 'conflict'
  end
  return 'completed ' .. done.rest .. ' ' .. done.payload
end

local current = claim()
if not current.token then
  return 'absent'
end
if current.fingerprint ~= ARGV[1] then
  return 'conflict'
end
local rest = redis.call('PTTL', record) - current.ttl
if rest <= 0 then
  return current.started and 'unknown' or 'absent'
end
return 'held ' .. rest
