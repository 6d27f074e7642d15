-- Takes the right to run a call, or tells who has it.
--
-- KEYS[1]  the record
-- ARGV[1]  token      random, names this request
-- ARGV[2]  fingerprint
-- ARGV[3]  lease      milliseconds
-- ARGV[4]  ttl        milliseconds
-- ARGV[5]  channel    of the waiting process, told when the claim ends; empty: does not wait
--
-- Replies  'granted <grant>'             the token owns the call; the grant is the server's time in microseconds
--          'held <rest>'                 another token does, for so many milliseconds
--          'completed <rest> <outcome>'  there is an outcome, for so many milliseconds
--          'conflict'                    the record belongs to another fingerprint
--
-- A record in progress is a hash: token, grant, fingerprint, ttl, mark (of an eviction, microseconds), and one field
-- 'w:<channel>' for each waiting process. Its key expires at lease + ttl, so the lease is over when at most the ttl is
-- left. A hash without a token is an evict mark. A completed record is a string: fingerprint, token and outcome, with a
-- space after the first two.

local MAX_WAITERS = 256

local function grant(above)
  local time = redis.call('TIME')
  local stamp = math.max(time[1] * 1000000 + time[2], above + 1)
  local text = string.format('%.0f', stamp)
  redis.call('HSET', KEYS[1], 'token', ARGV[1], 'grant', text, 'fingerprint', ARGV[2], 'ttl', ARGV[4])
  redis.call('PEXPIRE', KEYS[1], ARGV[3] + ARGV[4])
  return 'granted ' .. text
end

local kind = redis.call('TYPE', KEYS[1]).ok

if kind == 'none' then
  return grant(0)
end

if kind == 'string' then
  local record = redis.call('GET', KEYS[1])
  local fingerprint, outcome = string.match(record, '^(%S+) %S+ (.*)$')
  if fingerprint ~= ARGV[2] then
    return 'conflict'
  end
  return 'completed ' .. redis.call('PTTL', KEYS[1]) .. ' ' .. outcome
end

local record = redis.call('HMGET', KEYS[1], 'token', 'grant', 'fingerprint', 'ttl', 'mark')
local token, granted, fingerprint, ttl = record[1], tonumber(record[2] or 0), record[3], tonumber(record[4])
local mark = tonumber(record[5] or 0)

if not token then
  return grant(mark)
end
if token == ARGV[1] then
  return 'granted ' .. record[2]
end
if fingerprint ~= ARGV[2] then
  return 'conflict'
end

local rest = redis.call('PTTL', KEYS[1]) - ttl
if rest <= 0 then
  return grant(math.max(granted, mark))
end
if ARGV[5] ~= '' and redis.call('HLEN', KEYS[1]) < MAX_WAITERS then
  redis.call('HSET', KEYS[1], 'w:' .. ARGV[5], '')
end
return 'held ' .. rest
