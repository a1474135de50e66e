"""`workos-emulator replay`: whether the requests of a recording are answered as they were."""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from workos_emulator.cli import recording
from workos_emulator.cli.recording import RecordedRequest, Recording
from workos_emulator.emulator import Emulator
from workos_emulator.http import payload
from workos_emulator.http.messages import Request, Response

_WORD = re.compile(r"[A-Za-z0-9_.\-]{6,}")


@dataclass(slots=True)
class Translation:
    """What ids, codes and tokens of the recording are called now."""

    now: dict[str, str] = field(default_factory=dict[str, str])

    def translate(self, text: str) -> str:
        """A text with the names of now."""
        return _WORD.sub(lambda match: self.now.get(match[0], match[0]), text)

    def learn(self, before: Any, after: Any) -> None:
        """Compare what was answered then and now."""
        if payload.is_object(before) and payload.is_object(after):
            for name in before.keys() & after.keys():
                self.learn(before[name], after[name])
        elif payload.is_list(before) and payload.is_list(after):
            for old, new in zip(before, after, strict=False):
                self.learn(old, new)
        elif isinstance(before, str) and isinstance(after, str) and before != after:
            old_words, new_words = _WORD.findall(before), _WORD.findall(after)
            if len(old_words) == len(new_words):
                self.now |= {old: new for old, new in zip(old_words, new_words, strict=True) if old != new}


def main(arguments: Sequence[str]) -> int:
    """Send the requests of a recording again. Returns the exit status: 1 if an answer has another status than it had."""
    parser = argparse.ArgumentParser(
        prog="workos-emulator replay",
        description="Send the requests of a recording (serve --record) to an emulator that is as it was when the recording began.",
    )
    parser.add_argument("file", metavar="FILE", help="the recording")
    try:
        recorded = recording.read(parser.parse_args(arguments).file)
        different = replay(recorded)
    except (OSError, ImportError, ValueError) as error:
        sys.stderr.write(f"workos-emulator: {error}\n")
        return 2
    for difference in different:
        sys.stdout.write(f"{difference}\n")
    count = len(recorded.requests)
    sys.stdout.write(
        f"{count} requests, {count - len(different)} answered as they were, {len(different)} differently\n"
    )
    return int(bool(different))


def replay(recorded: Recording) -> list[str]:
    """Send the requests again, each at its time. Returns what was answered with another status.

    Raises:
        ValueError: The emulator cannot be made as it was when the recording began.
    """
    emulator = Emulator(api_key=recorded.api_key, client_id=recorded.client_id, seed="replay")
    emulator.restore(recorded.snapshot)
    names, different = Translation(), list[str]()
    for item in recorded.requests:
        emulator.clock.freeze(item.at)
        message_count = len(emulator.outbox)
        response = emulator.handle(_translate(names, item.request))
        if response.status != item.status:
            text = response.body.decode("utf-8", "replace")[:300]
            request = f"{item.request.method} {item.request.path}"
            different.append(f"line {item.line}: {request}: {item.status} then, {response.status} now: {text}")
        _learn(names, item, response)
        messages = [message.render() for message in emulator.outbox][message_count:]
        for before, after in zip(item.messages, messages, strict=False):
            names.learn(before, after)
    return different


def _translate(names: Translation, request: Request) -> Request:
    try:
        body = names.translate(request.body.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        body = request.body
    headers = {name: names.translate(value) for name, value in request.headers.items()}
    if "content-length" in headers:
        headers["content-length"] = str(len(body))
    path, query = names.translate(request.path), names.translate(request.query)
    return replace(request, path=path, query=query, headers=headers, body=body)


def _learn(names: Translation, item: RecordedRequest, response: Response) -> None:
    names.learn(item.location or "", response.headers.get("location", ""))
    try:
        names.learn(json.loads(item.answer), json.loads(response.body))
    except ValueError:
        return
