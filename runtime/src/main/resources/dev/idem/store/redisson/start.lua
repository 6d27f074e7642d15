-- Says that the owner begins to run, and lengthens its claim to a full lease from now: should the lease end without a word
-- from the owner, nobody takes the call over.
--
-- KEYS[1]  the record
-- ARGV[1]  token
-- ARGV[2]  grant
-- ARGV[3]  lease, milliseconds
--
-- Replies  'done'  the claim is held and known as started
--          'lost'  it is not the token's any more

if kind() == 'hash' then
  local current = claim()
  if current.token == ARGV[1] and current.grant == tonumber(ARGV[2]) then
    redis.call('HSET', record, 'started', '1')
    redis.call('PEXPIRE', record, ARGV[3] + current.ttl)
    return 'done'
  end
end
return 'lost'
