-- Takes the right to run a call, or tells who has it.
--
-- KEYS[1]  the record
-- ARGV[1]  token of this request
-- ARGV[2]  fingerprint
-- ARGV[3]  lease, milliseconds
-- ARGV[4]  ttl, milliseconds
-- ARGV[5]  channel on which the waiting process is told that the claim has ended; empty if it does not wait
--
-- Replies  'granted <grant>'             the token owns the call
--          'held <rest>'                 another token does, for so many milliseconds
--          'completed <rest> <outcome>'  there is an outcome, for so many milliseconds
--          'unknown'                     the owner began to run and has not been heard of for a whole lease
--          'conflict'                    the record belongs to another fingerprint

local token, fingerprint, lease, ttl, channel = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
local MAX_WAITERS = 256

local function grant(above)
  local stamp = digits(math.max(now(), above + 1))
  redis.call('HSET', record, 'token', token, 'grant', stamp, 'fingerprint', fingerprint, 'ttl', ttl)
  redis.call('PEXPIRE', record, lease + ttl)
  return 'granted ' .. stamp
end

local state = kind()
if state == 'none' then
  return grant(0)
end

if state == 'string' then
  local done = outcome()
  if done.fingerprint ~= fingerprint then
    return 'conflict'
  end
  return 'completed ' .. done.rest .. ' ' .. done.payload
end

local current = claim()
if not current.token then
  return grant(current.mark)
end
if current.token == token then
  return 'granted ' .. digits(current.grant)
end
if current.fingerprint ~= fingerprint then
  return 'conflict'
end

local rest = redis.call('PTTL', record) - current.ttl
if rest <= 0 and current.started then
  return 'unknown'
end
if rest <= 0 then
  return grant(math.max(current.grant, current.mark))
end
local others = 4 + (current.mark > 0 and 1 or 0) + (current.started and 1 or 0)
if channel ~= '' and redis.call('HLEN', record) < others + MAX_WAITERS then
  -- A full server cannot note who waits; then the waiter asks again when the lease is over.
  redis.pcall('HSET', record, 'w:' .. channel, '')
end
return 'held ' .. rest
