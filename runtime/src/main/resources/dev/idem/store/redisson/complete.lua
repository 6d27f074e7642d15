-- Records the outcome of a call and tells the waiters. The first completion wins; sending one again changes nothing.
--
-- KEYS[1]  the record
-- ARGV[1]  token
-- ARGV[2]  grant
-- ARGV[3]  fingerprint
-- ARGV[4]  ttl, milliseconds
-- ARGV[5]  end of the outcome, microseconds of the server's time
-- ARGV[6]  outcome
--
-- Replies  'recorded <rest>'              the outcome holds for so many milliseconds
--          'superseded <rest> <outcome>'  another one was recorded before
--          'refused CONFLICT'             the record belongs to another fingerprint
--          'refused EVICTED'              the record was evicted after the grant
--          'refused EXPIRED'              the end has passed

local token, grant, fingerprint, payload = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[6]

local state = kind()
if state == 'string' then
  local done = outcome()
  if done.fingerprint ~= fingerprint then
    return 'refused CONFLICT'
  end
  if done.token == token then
    return 'recorded ' .. done.rest
  end
  return 'superseded ' .. done.rest .. ' ' .. done.payload
end

local channels = {}
if state == 'hash' then
  local current = claim()
  if grant <= current.mark then
    return 'refused EVICTED'
  end
  if current.token and current.fingerprint ~= fingerprint then
    return 'refused CONFLICT'
  end
  channels = waiters()
end

-- Never longer than the ttl, whatever a server's clock says after a failover.
local rest = math.min(math.floor((tonumber(ARGV[5]) - now()) / 1000), tonumber(ARGV[4]))
if rest <= 0 then
  return 'refused EXPIRED'
end
redis.call('SET', record, fingerprint .. ' ' .. token .. ' ' .. payload, 'PX', rest)
tell(channels)
return 'recorded ' .. rest
