"""The few numbers that stand in the README, from a whole run."""

from collections.abc import Mapping

from benchmarks.report import measured
from benchmarks.rounds import Result
from benchmarks.work import Work

Run = Mapping[tuple[str, str], tuple[Work, Mapping[str, Result]]]
"""Works and their results, by module and name."""

_ROWS = [
    ("calls", "get_organization", "ours", "CPU of a small call, without a network"),
    ("sockets", "sixteen", "ours on httpx", "16 calls at once over sockets, on httpx"),
    ("sockets", "sixteen", "ours on httpx2", "the same on httpx2"),
    ("sockets", "sixteen", "ours on aiohttp", "the same on aiohttp"),
    ("importing", "client", "ours", "CPU to import and make a client"),
    ("authkit", "authenticate", "ours", "CPU to check a session cookie"),
    ("webhooks", "verify", "ours", "CPU to verify a webhook into a typed event"),
    ("decoding", "users", "ours", "CPU to decode 100 users"),
    ("flow", "items", "ours", "10,000 items, 20 ms an answer, 20 ms of work a page"),
    ("flow", "refusals", "ours", "500 calls at once where 100 a second are allowed"),
]


def headlines(run: Run) -> str:
    """A table in Markdown."""
    lines = ["| | official SDK | this SDK | ratio |", "| --- | --- | --- | --- |"]
    for module, name, party, title in _ROWS:
        work, results = run[module, name]
        ours, official = results[party], results["official"]
        cells = (title, measured(work, official.value), measured(work, ours.value), f"{ours.ratio:.2f}")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
