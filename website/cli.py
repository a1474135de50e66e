"""The reference of the commands: what each of them prints for `--help`."""

import os
import subprocess
import sys

from website.packages import ROOT

_COMMANDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "workos-emulator": ("workos_emulator", ("", "serve", "seed", "replay", "coverage")),
    "workos-migrate": ("workos_migrate", ("",)),
    "python -m workos_testing": ("workos_testing", ("", "new")),
}
"""The subcommands of each program, with the module that runs it."""


def page() -> str:
    """Return the page of all commands."""
    parts = ["# Command line", "Each command also runs as a module: `python -m workos_emulator` is `workos-emulator`."]
    for program, (module, commands) in _COMMANDS.items():
        if not (ROOT / module / "__main__.py").exists():
            continue
        for command in commands:
            parts += [f"## {f'{program} {command}'.strip()}", f"```text\n{_help(module, command)}\n```"]
    return "\n\n".join(parts) + "\n"


def _help(module: str, command: str) -> str:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", module, *command.split(), "--help"]
    return subprocess.run(words, capture_output=True, text=True, check=True, env=environment).stdout.strip()  # noqa: S603 - the arguments are those above
