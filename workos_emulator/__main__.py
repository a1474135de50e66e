"""`python -m workos_emulator`: the emulator on a socket, until it is told to stop. `… coverage` tells what it can do."""

import argparse
import signal
import sys
from collections.abc import Sequence
from threading import Event
from types import FrameType

from workos_emulator import coverage
from workos_emulator.emulator import DEFAULT_API_KEY, DEFAULT_CLIENT_ID, Emulator


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM. Returns the exit status: 0 after a stop, 2 if it could not start.

    With `coverage` as the first argument, print a table instead.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["coverage"]:
        return coverage.main(given[1:])
    options = _parser().parse_args(given)
    stop = Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)
    try:
        emulator = Emulator(api_key=options.api_key, client_id=options.client_id, seed=options.seed)
        with emulator.serve(host=options.host, port=options.port, allow_remote=options.allow_remote) as url:
            sys.stdout.write(_greeting(emulator, url))
            sys.stdout.flush()
            if options.allow_remote:
                sys.stderr.write("warning: other machines may reach this emulator, which protects nothing\n")
            stop.wait()
    except (ImportError, OSError, ValueError) as error:
        sys.stderr.write(f"workos_emulator: {error}\n")
        return 2
    sys.stdout.write("stopped\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m workos_emulator", description="A local WorkOS, in memory.")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=4100, help="the port; 0 takes a free one (default: %(default)s)")
    parser.add_argument("--api-key", default=DEFAULT_API_KEY, help="the secret API key (default: %(default)s)")
    parser.add_argument("--client-id", default=DEFAULT_CLIENT_ID, help="the client id (default: %(default)s)")
    parser.add_argument("--seed", help="make ids the same in every run")
    parser.add_argument("--allow-remote", action="store_true", help="let --host be other than loopback")
    return parser


def _greeting(emulator: Emulator, url: str) -> str:
    return f"""\
WorkOS emulator, in memory; Ctrl-C stops it.

  base URL   {url}
  API key    {emulator.api_key}
  client id  {emulator.client_id}

Point the SDK at it:

  export WORKOS_BASE_URL={url}
  export WORKOS_API_KEY={emulator.api_key}
  export WORKOS_CLIENT_ID={emulator.client_id}

  from workos_async import WorkOS
  async with WorkOS() as workos:
      organization = await workos.organizations.create_organization(name="Acme")

Ready when GET {url}/_emulator/health answers 200.
"""


if __name__ == "__main__":
    sys.exit(main())
