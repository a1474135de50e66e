"""The Lua scripts of the refresh lock.

A holder of the lock has a fencing token, a number larger than that of every earlier holder: the time of the Redis server in microseconds.
A result is stored with the token of its holder, and is replaced only by that of a later one. A holder that was suspended until its lock
expired can therefore not overwrite a newer result.

Keys, all in one hash slot of a cluster:

1. The lock: the token of the holder. It expires unless the holder renews it.
2. The holders that have neither finished nor been silent for the holder TTL: a sorted set of tokens by the time at which they expire.
3. The result: `TOKEN:TEXT`.
"""

_TIME = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local function text(number) return string.format('%.0f', number) end
"""

_STORED = """
local stored = redis.call('GET', KEYS[3])
"""

ACQUIRE = f"""{_TIME}{_STORED}
-- ARGV: lock TTL and holder TTL in milliseconds, a stored value that is not genuine
-- Returns {{1, TOKEN, number of unfinished holders}} with the lock, {{0, value}} if there is a result, and {{}} while another process has the lock.
if stored and stored ~= ARGV[3] then return {{0, stored}} end
if redis.call('EXISTS', KEYS[1]) == 1 then return {{}} end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', text(now))
local latest = redis.call('ZRANGE', KEYS[2], 0, -1)
local token = now
for _, other in ipairs(latest) do token = math.max(token, tonumber(other) + 1) end
redis.call('SET', KEYS[1], text(token), 'PX', ARGV[1])
redis.call('ZADD', KEYS[2], text(now + ARGV[2] * 1000), text(token))
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return {{1, text(token), #latest}}
"""

RENEW = f"""{_TIME}{_STORED}
-- ARGV: TOKEN, lock TTL and holder TTL in milliseconds
-- Returns whether the holder still has the lock. A lock that is missing and was acquired by no other holder is acquired again, because Redis
-- may have lost it in a restart.
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] or stored then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('ZADD', KEYS[2], text(now + ARGV[3] * 1000), ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return 1
"""

_RELEASE = """
local had_lock = redis.call('GET', KEYS[1]) == ARGV[1]
if had_lock then redis.call('DEL', KEYS[1]) end
redis.call('ZREM', KEYS[2], ARGV[1])
"""

STORE = f"""{_TIME}{_STORED}{_RELEASE}
-- ARGV: TOKEN, TEXT, result TTL in milliseconds. A result that was obtained without the lock has the token 0.
-- Stores the result and releases the lock. Returns the stored value if it is newer, else nil.
local token = tonumber(ARGV[1])
local newest = stored and tonumber(string.match(stored, '^(%d+):'))
if newest and (newest > token or token == 0) then return stored end
-- After the result TTL, a newer result may have been stored and have expired.
if had_lock or token == 0 or now - token < ARGV[3] * 1000 then
  redis.call('SET', KEYS[3], ARGV[1] .. ':' .. ARGV[2], 'PX', ARGV[3])
end
return false
"""

RELEASE = f"""{_STORED}{_RELEASE}
-- ARGV: TOKEN
-- Releases the lock without a result. Returns whether the holder still had it, and the result that another holder has stored.
return {{had_lock and 1 or 0, stored}}
"""
