"""The same buckets as in `workos_core.ratelimit`, as scripts that run inside Redis, each in one atomic step.

Every limit and key has four keys in Redis: who waits, by ticket; until when each of them is believed to be alive; the requests that
count, by time; and a hash with the last ticket and the end of the pause. Time is that of the Redis server.
"""

_TIME = """
local clock = redis.call('TIME')
local now = tonumber(clock[1]) + tonumber(clock[2]) / 1000000
local function text(number) return string.format('%.6f', number) end
"""

ASK = (
    _TIME
    + """
local requests, seconds, ticket, grace = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', text(now))) do
  redis.call('ZREM', KEYS[1], gone)
  redis.call('ZREM', KEYS[2], gone)
end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', text(now - seconds))
if ticket == 0 then ticket = redis.call('HINCRBY', KEYS[4], 'last', 1) end
redis.call('ZADD', KEYS[1], ticket, ticket)
local position = redis.call('ZRANK', KEYS[1], ticket)
local later = position % requests - requests + redis.call('ZCARD', KEYS[3])
local at = now
if later >= 0 then at = tonumber(redis.call('ZRANGE', KEYS[3], later, later, 'WITHSCORES')[2]) + seconds end
at = at + math.floor(position / requests) * seconds
at = math.max(at, tonumber(redis.call('HGET', KEYS[4], 'paused') or '0'))
if at <= now then
  redis.call('ZREM', KEYS[1], ticket)
  redis.call('ZREM', KEYS[2], ticket)
  redis.call('ZADD', KEYS[3], text(now), ticket)
else
  redis.call('ZADD', KEYS[2], text(at + grace), ticket)
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, math.ceil((at - now + 2 * seconds + 120) * 1000)) end
return {ticket, text(math.max(0, at - now))}
"""
)
"""ARGV: requests and seconds of the limit, the ticket (0 draws one), seconds until one who does not ask again is given up.

Returns the ticket, and the seconds to wait before asking again; at 0 the request may be sent.
"""

LATE = (
    _TIME
    + """
local ticket, back = ARGV[1], tonumber(ARGV[2])
if redis.call('ZSCORE', KEYS[3], ticket) then redis.call('ZADD', KEYS[3], text(now - back), ticket) end
"""
)
"""A request counts from later on than was thought. ARGV: the ticket, how many seconds ago it was."""

REFUSED = (
    _TIME
    + """
local ticket, pause = ARGV[1], tonumber(ARGV[2])
redis.call('ZREM', KEYS[3], ticket)
local ends = math.max(now + pause, tonumber(redis.call('HGET', KEYS[4], 'paused') or '0'))
redis.call('HSET', KEYS[4], 'paused', text(ends))
redis.call('PEXPIRE', KEYS[4], math.ceil((ends - now + 120) * 1000))
"""
)
"""The API refused a request. ARGV: the ticket, for how many seconds nobody may send."""

LEAVE = "for index = 1, 3 do redis.call('ZREM', KEYS[index], ARGV[1]) end"
"""A ticket is given back. ARGV: the ticket."""
