"""The same buckets as in `workos_core.rate_limits.sliding_window`, as scripts that run inside Redis, each in one atomic step.

Every limit and key has five keys in Redis: who waits, by ticket; until when each of them is believed to be alive; the requests that
count, by time; a hash with the last ticket and the end of the pause; and the requests that have no answer yet, by the time they were sent.
Time is that of the Redis server.

When the API counts a request is known only by its answer. One that is still open when its stretch is over counts from the latest time
that is thought possible, whether the answer is late or its process died.
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
local settled, open, ahead = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', text(now))) do
  redis.call('ZREM', KEYS[1], gone)
  redis.call('ZREM', KEYS[2], gone)
end
local overdue = redis.call('ZRANGEBYSCORE', KEYS[5], '-inf', text(now - seconds), 'WITHSCORES')
for index = 1, #overdue, 2 do
  redis.call('ZADD', KEYS[3], 'XX', text(tonumber(overdue[index + 1]) + open), overdue[index])
  redis.call('ZREM', KEYS[5], overdue[index])
end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', text(now - seconds))
if ticket == 0 then ticket = redis.call('HINCRBY', KEYS[4], 'last', 1) end
redis.call('ZADD', KEYS[1], ticket, ticket)
local position = redis.call('ZRANK', KEYS[1], ticket)
local later = position % requests - requests + redis.call('ZCARD', KEYS[3])
local at = now
if later >= 0 then at = tonumber(redis.call('ZRANGE', KEYS[3], later, later, 'WITHSCORES')[2]) + seconds end
at = at + math.floor(position / requests) * seconds
at = math.max(at, now, tonumber(redis.call('HGET', KEYS[4], 'paused') or '0'))
if at - now < 0.000001 then at = now end  -- finer than the clock
local free = at == now
if not free and at - now <= ahead then  -- its own from then on, unless an answer that is still to come moves that
  local unanswered = redis.call('ZRANGE', KEYS[5], 0, 0)[1]
  free = not unanswered or (redis.call('ZRANK', KEYS[3], unanswered) or requests) > later
end
if free then
  redis.call('ZREM', KEYS[1], ticket)
  redis.call('ZREM', KEYS[2], ticket)
  redis.call('ZADD', KEYS[3], text(at + settled), ticket)
  if open > 0 then redis.call('ZADD', KEYS[5], text(at), ticket) end
else
  redis.call('ZADD', KEYS[2], text(at + grace), ticket)
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, math.ceil((at - now + 2 * seconds + 120) * 1000)) end
return {ticket, text(at - now), free and 1 or 0}
"""
)
"""ARGV: requests and seconds of the limit, the ticket (0 draws one), seconds until one who does not ask again is given up; how much
later than it is sent it counts if it is let through; how much later at most if it has no answer by then, or 0 if answers are not told;
and how many seconds before it may be sent it can be let through.

Returns the ticket, the seconds to wait, and whether the request may be sent then; if not, ask again.
"""

SENT = (
    _TIME
    + """
redis.call('ZADD', KEYS[3], 'XX', text(now + tonumber(ARGV[2])), ARGV[1])
redis.call('ZADD', KEYS[5], 'XX', text(now), ARGV[1])
"""
)
"""A request that was let through is sent only now. ARGV: the ticket, how much later than now it counts."""

ANSWERED = (
    _TIME
    + """
redis.call('ZREM', KEYS[5], ARGV[1])
redis.call('ZADD', KEYS[3], 'XX', text(now - tonumber(ARGV[2])), ARGV[1])
"""
)
"""An answer came. ARGV: the ticket, how many seconds ago it is from when the request counts."""

REFUSED = (
    _TIME
    + """
local ticket, pause = ARGV[1], tonumber(ARGV[2])
redis.call('ZREM', KEYS[3], ticket)
redis.call('ZREM', KEYS[5], ticket)
local ends = math.max(now + pause, tonumber(redis.call('HGET', KEYS[4], 'paused') or '0'))
redis.call('HSET', KEYS[4], 'paused', text(ends))
redis.call('PEXPIRE', KEYS[4], math.ceil((ends - now + 120) * 1000))
"""
)
"""The API refused a request. ARGV: the ticket, for how many seconds nobody may send."""

LEAVE = "for _, index in ipairs({1, 2, 3, 5}) do redis.call('ZREM', KEYS[index], ARGV[1]) end"
"""A ticket is given back. ARGV: the ticket."""
