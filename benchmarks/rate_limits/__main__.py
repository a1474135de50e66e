"""Compare clients: `python -m benchmarks.rate_limits`.

It measures every implementation against a loopback server (a process of its own), in a burst and at a steady rate. All modules are
imported before the measurement; the client is new. Exits with status 1 if this SDK misses a target.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.rate_limits import burst, steady
from benchmarks.rate_limits.server import serve


@contextmanager
def running_redis() -> Iterator[str | None]:
    """Run a Redis server, and yield its URL; None if there is no program."""
    from tests.support.redis_server import RedisServer, find_or_install

    program = find_or_install()
    if program is None:
        print("skipped the implementations with Redis: redis-server is missing and can't be installed", file=sys.stderr)
        yield None
        return
    server = RedisServer(program)
    try:
        yield server.url
    finally:
        server.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rate_limits", description=__doc__)
    parser.add_argument("--implementation", choices=[*burst.IMPLEMENTATIONS, *steady.IMPLEMENTATIONS])
    parser.add_argument("--scenario", choices=steady.SCENARIOS)
    parser.add_argument("--serve", metavar="SCENARIO")
    parser.add_argument(
        "--only", default="", help="run only the implementations whose name, after that of the scenario, contains this"
    )
    parser.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "workos-benchmarks")
    arguments = parser.parse_args()
    if arguments.scenario:
        return steady.run_implementation(arguments.implementation, arguments.scenario)
    if arguments.implementation:
        return burst.run_implementation(arguments.implementation)
    if arguments.serve:
        return asyncio.run(serve(arguments.serve))
    from benchmarks.environments import Environments

    environments = Environments(arguments.environments)
    with running_redis() as redis:
        missed = burst.compare(environments, arguments.only, redis) + steady.compare(
            environments, arguments.only, redis
        )
    if missed:
        sys.exit("\nMissed targets:\n" + "\n".join(missed))
    return None


if __name__ == "__main__":
    main()
