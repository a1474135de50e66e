"""Mistakes with the event stream and the runtime of feature flags."""

from datetime import datetime
from typing import Any

from tests.mistakes.mistake import Mistake
from workos_core.errors import ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError

T: Any = InvalidArgumentTypeError
V = InvalidArgumentError
C = ConfigurationError


def _stream(sdk: Any, **settings: Any) -> Any:
    defaults: dict[str, Any] = {"events": ["user.created"], "store": sdk.package.FileCursorStore("/tmp/cursor")}
    return sdk.client.events.stream(**{**defaults, **settings})


MISTAKES = [
    Mistake(
        "a single event type",
        lambda sdk: _stream(sdk, events="user.created"),
        V,
        'events must be a list of at least one event type, such as ["user.created"]',
    ),
    Mistake(
        "no event types",
        lambda sdk: _stream(sdk, events=[]),
        V,
        'events must be a list of at least one event type, such as ["user.created"]',
    ),
    Mistake(
        "a path as cursor store",
        lambda sdk: _stream(sdk, store="cursor.txt"),
        T,
        "store must be a cursor store, such as FileCursorStore(path), not str",
    ),
    Mistake(
        "no cursor store",
        lambda sdk: _stream(sdk, store=None),
        T,
        "store must be a cursor store, such as FileCursorStore(path), not NoneType",
    ),
    Mistake(
        "a start without a time zone",
        lambda sdk: _stream(sdk, start=datetime(2026, 1, 31)),
        V,
        "start must have a time zone, such as datetime.now(UTC) (got datetime.datetime(2026, 1, 31, 0, 0))",
    ),
    Mistake(
        "text as start",
        lambda sdk: _stream(sdk, start="2026-01-31"),
        V,
        "start must have a time zone, such as datetime.now(UTC) (got '2026-01-31')",
    ),
    Mistake(
        "a checkpoint for no event",
        lambda sdk: _stream(sdk, checkpoint_every=0),
        V,
        "checkpoint_every must be at least 1 (got 0)",
    ),
    Mistake(
        "text as checkpoint_every",
        lambda sdk: _stream(sdk, checkpoint_every="1"),
        T,
        "checkpoint_every must be an int, not str",
    ),
    Mistake(
        "no wait between requests",
        lambda sdk: _stream(sdk, poll_seconds=0),
        V,
        "poll_seconds must be above 0 and at most max_poll_seconds (got poll_seconds=0, max_poll_seconds=30.0)",
    ),
    Mistake(
        "text as poll_seconds",
        lambda sdk: _stream(sdk, poll_seconds="1"),
        T,
        "poll_seconds must be a number of seconds, not str",
    ),
    Mistake(
        "a poll_seconds above its maximum",
        lambda sdk: _stream(sdk, poll_seconds=60),
        V,
        "poll_seconds must be above 0 and at most max_poll_seconds (got poll_seconds=60, max_poll_seconds=30.0)",
    ),
    Mistake(
        "a number as options of a stream",
        lambda sdk: _stream(sdk, options=5),
        T,
        "options must be a dict such as {'timeout': 5}, not int",
    ),
    Mistake(
        "a number as path of a cursor store",
        lambda sdk: sdk.package.FileCursorStore(5),
        T,
        "path must be the path of a file, not int",
    ),
    Mistake(
        "a URL of another kind as cursor store",
        lambda sdk: sdk.package.RedisCursorStore("http://redis"),
        V,
        "the Redis URL must start with redis://, rediss:// or unix://",
    ),
    Mistake(
        "no wait between polls of feature flags",
        lambda sdk: sdk.client.feature_flags.runtime(poll_seconds=0),
        V,
        "poll_seconds must be above 0 (got 0)",
    ),
    Mistake(
        "text as poll_seconds of feature flags",
        lambda sdk: sdk.client.feature_flags.runtime(poll_seconds="30"),
        T,
        "poll_seconds must be a number of seconds, not str",
    ),
    Mistake(
        "text as on_change",
        lambda sdk: sdk.client.feature_flags.runtime(on_change="log"),
        T,
        "on_change must be a function, not str",
    ),
    Mistake(
        "a flag before the first fetch",
        lambda sdk: sdk.client.feature_flags.runtime().is_enabled("beta"),
        C,
        "the flags were never fetched; use the runtime in a `with` block, or call start() or refresh()",
    ),
]
