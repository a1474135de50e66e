"""`workos-emulator serve`: serve the emulator on a socket until SIGINT or SIGTERM."""

import argparse
import errno
import json
import os
import signal
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Any

from workos_emulator.cli.garbage_collection import freeze_objects, pause_collection
from workos_emulator.cli.recording import Recorder
from workos_emulator.emulator import DEFAULT_API_KEY, DEFAULT_CLIENT_ID, Emulator
from workos_emulator.http.messages import Response
from workos_emulator.server.request_log import Entry
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.persistence.errors import StorageError

_WARNING = (
    "other machines may be able to reach this emulator; any client that can reach it can read and change everything"
)


def main(arguments: Sequence[str]) -> int:
    """Serve the emulator. Return the exit status: 0 when stopped, 2 if it could not start."""
    options = _parser().parse_args(arguments)
    stop = Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)
    try:
        _serve(options, stop)
    except (ImportError, OSError, ValueError, StorageError) as error:
        sys.stderr.write(f"workos-emulator: {_describe(error)}\n")
        return 2
    return 0


def _describe(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"{error.strerror} with --port"
    return str(error)


def _serve(options: argparse.Namespace, stop: Event) -> None:
    with ExitStack() as stack:
        with pause_collection():
            emulator, url = _start(options, stack)
        stack.enter_context(freeze_objects())
        _print(options, "started", _banner(emulator, url), base_url=url, client_id=emulator.client_id)
        if options.allow_remote:
            sys.stderr.write(f"warning: {_WARNING}\n")
        stack.enter_context(_ready_file(options.ready_file, url))
        stop.wait()
    _print(options, "stopped", "stopped\n")


def _start(options: argparse.Namespace, stack: ExitStack) -> tuple[Emulator, str]:
    """Start the server. Return the emulator and its base URL; the stack stops both."""
    emulator = Emulator(
        api_key=options.api_key,
        client_id=options.client_id,
        seed=options.seed,
        db=options.db,
        allowed_hosts=options.allowed_host,
    )
    stack.callback(emulator.close)
    if options.seed_file is not None and not _is_seeded(emulator):
        emulator.load(options.seed_file)
    if options.record is not None:
        stack.enter_context(Recorder(emulator, options.record))
    if options.log in LOGS:
        emulator.observers.append(LOGS[options.log])
    server = emulator.serve(host=options.host, port=options.port, allow_remote=options.allow_remote)
    return emulator, stack.enter_context(server)


def _is_seeded(emulator: Emulator) -> bool:
    """Return whether the `--db` file of an earlier run already contains objects: a seed is loaded on the first run only."""
    state = emulator.environment.state
    return bool(state.organizations or state.users)


@contextmanager
def _ready_file(path: str | None, url: str) -> Generator[None]:
    """Write a file that exists while requests are served."""
    if path is None:
        yield
        return
    file = Path(path)
    temporary = file.with_name(f"{file.name}.{os.getpid()}")
    temporary.write_text(json.dumps({"base_url": url, "pid": os.getpid()}) + "\n", encoding="utf-8")
    temporary.replace(file)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def _print(options: argparse.Namespace, event: str, text: str, **fields: Any) -> None:
    if options.log == "json":
        text = json.dumps({"event": event, **fields}) + "\n"
    sys.stdout.write(text)
    sys.stdout.flush()


def _log_json(entry: Entry, response: Response) -> None:
    line = {
        "event": "request",
        "at": stamp(entry.at),
        "id": entry.id,
        "method": entry.request.method,
        "path": entry.path,
        "operation_id": entry.operation_id,
        "unknown_parameters": entry.unknown_parameters,
        "status": entry.status,
        "milliseconds": round(entry.seconds * 1000, 3),
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _log_text(entry: Entry, response: Response) -> None:
    unknown, name = entry.unknown_parameters, entry.operation_id or "-"
    note = f" (unknown query parameters: {', '.join(unknown)!a})" if unknown else ""
    sys.stdout.write(f"{stamp(entry.at)} {entry.status} {entry.request.method} {entry.path!a} {name}{note}\n")
    sys.stdout.flush()


LOGS: Mapping[str, Callable[[Entry, Response], None]] = {"text": _log_text, "json": _log_json}
"""The functions that log a request, by the value of `--log`."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="workos-emulator serve", description="Serve a local WorkOS environment.")
    parser.add_argument("--host", default="127.0.0.1", help="Bind to this address. [default: %(default)s]")
    parser.add_argument(
        "--port", type=int, default=4100, help="Bind to this port; 0 picks a free one. [default: %(default)s]"
    )
    parser.add_argument("--allow-remote", action="store_true", help="Allow a --host that is not a loopback address.")
    parser.add_argument(
        "--allowed-host",
        action="append",
        default=[],
        metavar="NAME",
        help="Accept requests whose Host header has this name, in addition to loopback names and --host. Can be given several times.",
    )
    parser.add_argument("--api-key", default=DEFAULT_API_KEY, help="Secret API key. [default: %(default)s]")
    parser.add_argument("--client-id", default=DEFAULT_CLIENT_ID, help="Client ID. [default: %(default)s]")
    parser.add_argument("--db", metavar="FILE", help="SQLite file that stores the state. [default: in memory]")
    parser.add_argument(
        "--seed-file", metavar="FILE", help="Load this seed file, unless --db has organizations or users already."
    )
    parser.add_argument("--seed", metavar="TEXT", help="Make IDs, codes and tokens deterministic.")
    parser.add_argument("--log", choices=["none", *LOGS], default="none", help="Log every request, without secrets.")
    parser.add_argument("--record", metavar="FILE", help="Record all requests and responses, with their secrets.")
    parser.add_argument("--ready-file", metavar="FILE", help="Write this file while requests are served.")
    return parser


def _banner(emulator: Emulator, url: str) -> str:
    return f"""\
WorkOS emulator (press Ctrl-C to stop)

  base URL   {url}
  API key    {emulator.api_key}
  client ID  {emulator.client_id}

Point the SDK at it:

  export WORKOS_BASE_URL={url}
  export WORKOS_API_KEY={emulator.api_key}
  export WORKOS_CLIENT_ID={emulator.client_id}

  from workos_async import WorkOS
  async with WorkOS() as workos:
      organization = await workos.organizations.create_organization(name="Acme")

Ready when GET {url}/_emulator/health returns 200.
"""
