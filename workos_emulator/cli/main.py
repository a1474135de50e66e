"""The `workos-emulator` command, also `python -m workos_emulator`."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from workos_emulator.cli.garbage_collection import pause_collection

_COMMANDS = ("serve", "coverage", "seed", "replay")
_HELP = """\
usage: workos-emulator [COMMAND] [OPTIONS]

Commands:
  serve             Serve the emulator until SIGINT or SIGTERM (default).
  seed check FILE…  Check seed files.
  replay FILE       Replay the requests of a recording and compare the statuses.
  coverage          List how the emulator implements each operation.

Run `workos-emulator COMMAND --help` for the options of a command.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; `serve` by default.

    Returns:
        The exit status: 0 on success, 1 if the command found problems, 2 if the command could not run.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--help"], ["-h"], ["help"]):
        sys.stdout.write(_HELP)
        return 0
    name = words[0] if words and not words[0].startswith("-") else "serve"
    if name not in _COMMANDS:
        sys.stderr.write(f"workos-emulator: unknown command {name!r}\n{_HELP}")
        return 2
    with pause_collection():
        module = import_module(f"workos_emulator.cli.{name}")
    run: Callable[[Sequence[str]], int] = module.main
    return run(words[1:] if words[:1] == [name] else words)
