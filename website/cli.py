"""The reference of the commands: what each of them prints for `--help`."""

import os
import subprocess
import sys

from website.packages import ROOT

_COMMANDS = {
    "workos-emulator": ("workos_emulator", ("", "serve", "seed", "replay", "coverage")),
}


def page() -> str:
    """Return the page of all commands."""
    parts = ["# Command line", "Each command also runs as a module: `python -m workos_emulator` is `workos-emulator`."]
    for program, (module, commands) in _COMMANDS.items():
        for command in commands:
            words = [program, *([command] if command else [])]
            parts += [f"## {' '.join(words)}", f"```text\n{_help(module, words[1:])}\n```"]
    return "\n\n".join(parts) + "\n"


def _help(module: str, words: list[str]) -> str:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", module, *words, "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.strip()  # noqa: S603 - the arguments are those above
