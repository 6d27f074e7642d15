-- What every script begins with: how a record lies in Redis.
--
-- In progress   a hash: token, grant, fingerprint, ttl (milliseconds), mark (of an eviction), started (once the owner has
--               said that it begins to run), and one field 'w:<channel>' for each process that waits. Its key expires at
--               lease + ttl: while more than the ttl is left, the lease holds; after that the claim has lapsed, but is
--               still known.
-- Evicted       a hash with mark and ttl only.
-- Completed     a string: fingerprint, token and outcome, one space after each of the first two.
--
-- Grants and marks are the server's time in microseconds. A reply is one string: a word and what belongs to it.

local record = KEYS[1]

local function kind()
  return redis.call('TYPE', record).ok
end

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end

-- Microseconds need all digits, which Lua's own conversion would not write.
local function digits(number)
  return string.format('%.0f', number)
end

-- A record in progress, or an evict mark, whose token is then false.
local function claim()
  local fields = redis.call('HMGET', record, 'token', 'grant', 'fingerprint', 'ttl', 'mark', 'started')
  return {
    token = fields[1],
    grant = tonumber(fields[2] or 0),
    fingerprint = fields[3],
    ttl = tonumber(fields[4] or 0),
    mark = tonumber(fields[5] or 0),
    started = fields[6]
  }
end

-- Leaves only the evict mark of a claim, for so many milliseconds.
local function forget(channels, left)
  redis.call('HDEL', record, 'token', 'grant', 'fingerprint', 'started')
  for _, channel in ipairs(channels) do
    redis.call('HDEL', record, 'w:' .. channel)
  end
  redis.call('PEXPIRE', record, left)
end

local function outcome()
  local text = redis.call('GET', record)
  local first = string.find(text, ' ', 1, true)
  local second = string.find(text, ' ', first + 1, true)
  return {
    fingerprint = string.sub(text, 1, first - 1),
    token = string.sub(text, first + 1, second - 1),
    payload = string.sub(text, second + 1),
    rest = redis.call('PTTL', record)
  }
end

local function waiters()
  local channels = {}
  for _, field in ipairs(redis.call('HKEYS', record)) do
    if string.sub(field, 1, 2) == 'w:' then
      channels[#channels + 1] = string.sub(field, 3)
    end
  end
  return channels
end

-- Comes last and never fails: what was written before it is not undone.
local function tell(channels)
  for _, channel in ipairs(channels) do
    redis.pcall('PUBLISH', channel, record)
  end
end
