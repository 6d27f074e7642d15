-- Tells what the server does with keys when it is full. Changes nothing.
--
-- KEYS[1]  any record
--
-- Replies  the server's maxmemory-policy, such as 'noeviction'; 'unknown' if this user may not ask

local info = redis.pcall('INFO', 'memory')
return type(info) == 'string' and string.match(info, 'maxmemory_policy:([%w-]+)') or 'unknown'
