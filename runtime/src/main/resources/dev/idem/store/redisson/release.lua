-- Ends a claim without an outcome and tells the waiters. An evict mark under the claim stays.
--
-- KEYS[1]  the record
-- ARGV[1]  token
-- ARGV[2]  grant; empty to withdraw a claim whose answer never came
--
-- Replies  'done'  the claim has ended
--          'lost'  it was not the token's any more

if kind() ~= 'hash' then
  return 'lost'
end
local current = claim()
if current.token ~= ARGV[1] or (ARGV[2] ~= '' and current.grant ~= tonumber(ARGV[2])) then
  return 'lost'
end

local channels = waiters()
local left = math.floor((current.mark - now()) / 1000) + current.ttl
if left > 0 then
  forget(channels, left)
else
  redis.call('DEL', record)
end
tell(channels)
return 'done'
