"""`workos-emulator`, also `python -m workos_emulator`."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

_COMMANDS = ("serve", "coverage", "seed", "replay")
_HELP = """\
usage: workos-emulator [serve] [options]      serve until SIGINT or SIGTERM
       workos-emulator seed check FILE…       check seed files
       workos-emulator replay FILE            send the requests of a recording again
       workos-emulator coverage [--markdown]  tell what the emulator does for each operation

`workos-emulator COMMAND --help` tells the options of a command.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; `serve` if none is named.

    Returns:
        The exit status: 0 if all is well, 1 if something was found to be wrong, 2 if the command could not run.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words in (["--help"], ["-h"], ["help"]):
        sys.stdout.write(_HELP)
        return 0
    name = words[0] if words and not words[0].startswith("-") else "serve"
    if name not in _COMMANDS:
        sys.stderr.write(f"workos-emulator: there is no command {name!r}\n{_HELP}")
        return 2
    module = import_module(f"workos_emulator.cli.{name}")
    run: Callable[[Sequence[str]], int] = module.main
    return run(words[1:] if words[:1] == [name] else words)
