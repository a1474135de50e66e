"""The sliding windows of `workos_core.rate_limits.sliding_window` as Lua scripts, each of which Redis runs atomically.

A limit has six keys for each scope: the queue of tickets; the time until which each ticket is valid; the requests that count, by
time; a hash with the latest time and ticket, the ends of pauses and the learned limit; the requests without a response, by the time at
which they were sent; and the processes, by the time at which they were last seen. All times are those of the Redis server.

A server that restarts may lose all of it, and if its clock was set back by more than a second, a script deletes what could otherwise
block the limit until the clock has caught up. So the hash has an epoch, the time at which it was created: a process that knows another one
reports its requests before it acquires a slot. Until the other processes have done the same, and at most for one window, their shares
of the limit are reserved. Tickets are microseconds, so that those from before a loss are never issued again.

When the API counts a request is known only from its response. A request without a response at the end of its window counts from the
latest possible time, whether the response is late or the process has died.
"""

_TIME = """
local clock = redis.call('TIME')
local now = tonumber(clock[1]) + tonumber(clock[2]) / 1000000
local function text(number) return string.format('%.6f', number) end
"""

_TIME_OF_LIMIT = (
    _TIME
    + """
local latest, last = unpack(redis.call('HMGET', KEYS[4], 'latest', 'last'))
latest = tonumber(latest or '0')
if now < latest - 1 then  -- the clock was set back: times in the future would count for too long
  redis.call('DEL', unpack(KEYS))
  redis.call('HSET', KEYS[4], 'last', last or 0)
  redis.call('PEXPIRE', KEYS[4], 120000)
  latest = 0
end
"""
)
"""Sets `now`, and deletes all but the latest ticket if the clock of the server was set back."""

ACQUIRE = (
    _TIME_OF_LIMIT
    + """
local requests, seconds, ticket, ttl = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local counted_after, max_transit, max_lead, endpoint = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]), ARGV[8]
local lane, step, remembered = ARGV[11], tonumber(ARGV[12]), tonumber(ARGV[13])
local known_epoch, process = ARGV[14], ARGV[15]
local is_watched, is_learned = 0, 0
local epoch, reserved, reserved_until = unpack(redis.call('HMGET', KEYS[4], 'epoch', 'reserved', 'reserved_until'))
if known_epoch ~= '' and known_epoch ~= epoch then return {0, '0', -1, 0, 0, '', 0, 0, 0} end
if not epoch then
  epoch = text(now)
  redis.call('HSET', KEYS[4], 'epoch', epoch)
end
if now > latest then redis.call('HSET', KEYS[4], 'latest', text(now)) end
reserved = now < tonumber(reserved_until or '0') and tonumber(reserved) or 0
local blocked_until = reserved >= requests and tonumber(reserved_until) or 0
local limit = requests
requests = math.max(1, requests - reserved)
if process ~= '' then
  redis.call('ZADD', KEYS[6], text(now), process)
  redis.call('ZREMRANGEBYSCORE', KEYS[6], '(0', '(' .. text(now - math.max(60, seconds)))
end
if reserved == 0 then redis.call('ZREMRANGEBYSCORE', KEYS[6], 0, 0) end
if endpoint ~= '' then
  local wait = tonumber(redis.call('HGET', KEYS[4], 'paused:' .. endpoint) or '-1e9') - now
  if wait > -remembered then is_watched = 1 end
  if wait >= 0.000001 then  -- it leaves the queue, so that it does not delay other endpoints
    redis.call('ZREM', KEYS[1], ticket)
    redis.call('ZREM', KEYS[2], ticket)
    return {0, text(wait), 0, is_watched, 0, epoch, redis.call('ZCARD', KEYS[3]), redis.call('ZCARD', KEYS[6]), 0}
  end
end
for _, expired in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', text(now))) do
  redis.call('ZREM', KEYS[1], expired)
  redis.call('ZREM', KEYS[2], expired)
end
local overdue = redis.call('ZRANGEBYSCORE', KEYS[5], '-inf', text(now - seconds), 'WITHSCORES')
for index = 1, #overdue, 2 do
  redis.call('ZADD', KEYS[3], 'XX', text(tonumber(overdue[index + 1]) + max_transit), overdue[index])
  redis.call('ZREM', KEYS[5], overdue[index])
end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', text(now - seconds))
if ticket == 0 then
  ticket = math.max(tonumber(last or '0') + 1, math.floor(now * 1000000))
  redis.call('HSET', KEYS[4], 'last', ticket)
end
local total = redis.call('ZCARD', KEYS[3])
local virtual_time = tonumber(redis.call('ZSCORE', KEYS[1], ticket) or '-1')
if virtual_time < 0 then
  virtual_time = math.max(tonumber(redis.call('HGET', KEYS[4], 'virtual_time') or '0'), tonumber(redis.call('HGET', KEYS[4], lane) or '0')) + step
  redis.call('HSET', KEYS[4], lane, virtual_time)
  redis.call('ZADD', KEYS[1], virtual_time, ticket)
end
local position = redis.call('ZRANK', KEYS[1], ticket)
local excess = position % requests - requests + redis.call('ZCARD', KEYS[3])
local at = now
if excess >= 0 then at = tonumber(redis.call('ZRANGE', KEYS[3], excess, excess, 'WITHSCORES')[2]) + seconds end
at = at + math.floor(position / requests) * seconds
at = math.max(at, now, blocked_until, tonumber(redis.call('HGET', KEYS[4], 'paused') or '0'))
local learned = redis.call('HGET', KEYS[4], 'learned')
if learned then
  local base, window, since, hold = learned:match('([^:]+):([^:]+):([^:]+):([^:]+)')
  base, window = tonumber(base), tonumber(window)
  local elapsed = now - tonumber(since) - tonumber(hold)
  if elapsed >= 0 then
    base = base * 2 ^ math.min(1 + math.floor(elapsed / math.min(window, tonumber(ARGV[9]))), tonumber(ARGV[10]))
  end
  if base >= limit then
    redis.call('HDEL', KEYS[4], 'learned')
  else
    is_learned = 1
    local used = redis.call('ZCOUNT', KEYS[3], '(' .. text(now - window), '+inf')
    local waiting = position - math.max(0, base - used)
    if waiting >= 0 then
      local first = redis.call('ZCARD', KEYS[3]) - used
      local index = string.format('%d', first + math.max(0, used - base) + waiting % base)
      local score = redis.call('ZRANGE', KEYS[3], index, index, 'WITHSCORES')[2]
      at = math.max(at, (score and tonumber(score) or now) + window + math.floor(waiting / base) * window)
      max_lead = 0
    end
  end
end
if at - now < 0.000001 then at = now end  -- below the resolution of the clock
local admitted = at == now
if not admitted and at - now <= max_lead then  -- the time is certain unless it depends on a response that has not arrived
  local pending = redis.call('ZRANGE', KEYS[5], 0, 0)[1]
  admitted = not pending or (redis.call('ZRANK', KEYS[3], pending) or requests) > excess
end
if admitted then
  if virtual_time > tonumber(redis.call('HGET', KEYS[4], 'virtual_time') or '0') then redis.call('HSET', KEYS[4], 'virtual_time', virtual_time) end
  redis.call('ZREM', KEYS[1], ticket)
  redis.call('ZREM', KEYS[2], ticket)
  redis.call('ZADD', KEYS[3], text(at + counted_after), ticket)
  if max_transit > 0 then redis.call('ZADD', KEYS[5], text(at), ticket) end
else
  redis.call('ZADD', KEYS[2], text(at + ttl), ticket)
end
local ttl = math.ceil((at - now + 2 * seconds + 120) * 1000)
for index, key in ipairs(KEYS) do
  if index ~= 4 or redis.call('PTTL', key) < ttl then redis.call('PEXPIRE', key, ttl) end
end
local delay = at - now
if reserved > 0 and not admitted then delay = math.min(delay, 1) end  -- the other processes may report at any time
return {ticket, text(delay), admitted and 1 or 0, is_watched, is_learned, epoch, total, redis.call('ZCARD', KEYS[6]), excess >= 0 and 1 or 0}
"""
)
"""Acquire a slot.

ARGV: the requests and seconds of the limit; the ticket, or 0 for a new one; the seconds for which a ticket stays valid after it could be
admitted; the seconds after sending from which a request counts; the maximum of these seconds if its response has not arrived by the end
of the window, or 0 if responses are not reported; the maximum seconds that a ticket is admitted ahead of the time at which it may be sent;
the endpoint whose pause applies, or an empty string; the longest step and the number of doublings in which a learned limit recovers;
the lane of the ticket and its step; the seconds for which a 429 is remembered; the epoch that the process knows, or an empty string;
the process, or an empty string if it was seen lately.

Tickets are admitted in the order of their virtual times (weighted fair queuing). That of a new ticket is one step of its lane after the
latest one of its lane or the one admitted last, whichever is later. So a lane with a quarter of the step of another has four times as
many tickets admitted.

Returns the ticket, the seconds to wait, whether the ticket is admitted for then, whether the endpoint received a 429 lately, whether
a learned limit applies, the epoch, the requests that count besides this one, the number of processes, and whether the limit is used in full.
If the ticket is not admitted, run the script again after the wait. While the endpoint pauses, the ticket is 0. Instead of whether the ticket is admitted, -1 means that
the epoch is another one: run `REPORT` first.
"""

REPORT = (
    _TIME_OF_LIMIT
    + """
local requests, seconds, max_transit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local process, known_epoch, share, outage = ARGV[4], ARGV[5], tonumber(ARGV[6]), tonumber(ARGV[7])
local report, processes = ARGV[8], tonumber(ARGV[9])
local fields = redis.call('HMGET', KEYS[4], 'epoch', 'reserved', 'reserved_until', 'absent')
local epoch, reserved, absent = fields[1], tonumber(fields[2]) or 0, tonumber(fields[4]) or 0
if now >= tonumber(fields[3] or '0') then reserved, absent = 0, 0 end
local seen, is_first, returns = redis.call('ZSCORE', KEYS[6], process), false, false
if not epoch then
  epoch, reserved, absent, is_first = text(now), requests - share, processes - 1, true
  redis.call('HSET', KEYS[4], 'epoch', epoch)
elseif known_epoch ~= epoch then
  returns = known_epoch ~= '' and not seen
elseif seen == '0' then
  returns = true
else
  for _, other in ipairs(redis.call('ZRANGEBYSCORE', KEYS[6], '(0', '(' .. text(now - outage))) do
    if other ~= process then
      redis.call('ZADD', KEYS[6], 0, other)
      reserved, absent, is_first = math.min(reserved + share, requests - share), absent + 1, true
    end
  end
end
if returns then reserved, absent = math.max(0, reserved - share), absent - 1 end
if absent <= 0 then reserved = 0 end
if is_first then redis.call('HSET', KEYS[4], 'reserved_until', text(now + seconds + max_transit)) end
redis.call('HSET', KEYS[4], 'reserved', reserved, 'absent', absent)
redis.call('ZADD', KEYS[6], text(now), process)
for index = 10, #ARGV do
  local counted = tonumber(ARGV[index])
  if known_epoch ~= epoch or counted >= -outage then
    redis.call('ZADD', KEYS[3], text(now + counted), process .. ':' .. report .. ':' .. index)
  end
end
local ttl = math.ceil((2 * seconds + 120) * 1000)
for _, index in ipairs({3, 4, 6}) do
  if index ~= 4 or redis.call('PTTL', KEYS[4]) < ttl then redis.call('PEXPIRE', KEYS[index], ttl) end
end
return epoch
"""
)
"""Report requests that Redis does not count: those that a process sent during an outage, or all if Redis has lost its counts.

ARGV: the requests and seconds of the limit; the maximum seconds after sending until a request counts; the process; the epoch that it
knows, or an empty string; its share of the limit during the outage; the seconds since the outage began; a name of the report, which stays
the same if it is repeated; the processes that use the limit; for each request the seconds until it counts, negative if it counts already.

The first process that reports reserves the shares of those that are absent. Each of them releases its own, and the last one the rest.

Returns the epoch.
"""

RECORD_SENT = (
    _TIME
    + """
redis.call('ZADD', KEYS[3], 'XX', text(now + tonumber(ARGV[2])), ARGV[1])
redis.call('ZADD', KEYS[5], 'XX', text(now), ARGV[1])
"""
)
"""Record that an admitted request is not sent until now. ARGV: the ticket, the seconds from now at which it counts."""

RECORD_RESPONSE = (
    _TIME
    + """
redis.call('ZREM', KEYS[5], ARGV[1])
redis.call('ZADD', KEYS[3], 'XX', text(now - tonumber(ARGV[2])), ARGV[1])
"""
)
"""Record that a response arrived. ARGV: the ticket, the seconds since the time from which the request counts."""

RECORD_RATE_LIMITED = (
    _TIME_OF_LIMIT
    + """
local ticket, pause, field = ARGV[1], tonumber(ARGV[2]), ARGV[3] == '' and 'paused' or 'paused:' .. ARGV[3]
redis.call('ZREM', KEYS[3], ticket)
redis.call('ZREM', KEYS[5], ticket)
local paused_until = math.max(now + pause, tonumber(redis.call('HGET', KEYS[4], field) or '0'))
redis.call('HSET', KEYS[4], field, text(paused_until))
local ttl = paused_until - now + tonumber(ARGV[8])
if ARGV[4] ~= '' then
  local window = tonumber(ARGV[5])
  local since = now - window + tonumber(ARGV[9])
  local requests = math.max(tonumber(ARGV[4]), redis.call('ZCOUNT', KEYS[3], '(' .. text(since), '+inf'))
  redis.call('HSET', KEYS[4], 'learned', requests .. ':' .. text(window) .. ':' .. text(now + pause) .. ':' .. ARGV[6])
  ttl = ttl + tonumber(ARGV[6]) + tonumber(ARGV[7])
end
local present = redis.call('PTTL', KEYS[4])
if present < ttl * 1000 then redis.call('PEXPIRE', KEYS[4], math.ceil(ttl * 1000)) end
"""
)
"""Record a 429 response.

ARGV: the ticket; the seconds for which no ticket is admitted; the endpoint that pauses, or an empty string for all that count toward the
limit; the requests, the seconds and the hold of a learned limit, or empty strings; the seconds in which it recovers after the hold; the
seconds for which a 429 is remembered; the seconds after sending from which requests count whose response is not reported, or 0.
"""

DEQUEUE = "for _, index in ipairs({1, 2, 3, 5}) do redis.call('ZREM', KEYS[index], ARGV[1]) end"
"""Remove a ticket whose request is not sent. ARGV: the ticket."""
