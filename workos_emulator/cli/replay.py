"""`workos-emulator replay`: replay a recording and compare the response statuses."""

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
class ValueMap:
    """A mapping from recorded IDs, codes and tokens to those of the replay."""

    values: dict[str, str] = field(default_factory=dict[str, str])

    def translate(self, text: str) -> str:
        """Return `text` with all recorded values replaced."""
        return _WORD.sub(lambda match: self.values.get(match[0], match[0]), text)

    def learn(self, recorded: Any, replayed: Any) -> None:
        """Compare a recorded and a replayed JSON value, and map the words that differ."""
        if payload.is_object(recorded) and payload.is_object(replayed):
            for name in recorded.keys() & replayed.keys():
                self.learn(recorded[name], replayed[name])
        elif payload.is_list(recorded) and payload.is_list(replayed):
            for old, new in zip(recorded, replayed, strict=False):
                self.learn(old, new)
        elif isinstance(recorded, str) and isinstance(replayed, str) and recorded != replayed:
            old_words, new_words = _WORD.findall(recorded), _WORD.findall(replayed)
            if len(old_words) == len(new_words):
                self.values |= {old: new for old, new in zip(old_words, new_words, strict=True) if old != new}


def main(arguments: Sequence[str]) -> int:
    """Replay a recording. Return the exit status: 1 if a response status differs."""
    parser = argparse.ArgumentParser(
        prog="workos-emulator replay",
        description="Restore the initial state of a recording (serve --record), replay its requests and compare the statuses.",
    )
    parser.add_argument("file", metavar="FILE", help="Recording to replay.")
    try:
        recorded = recording.read(parser.parse_args(arguments).file)
        differences = replay(recorded)
    except (OSError, ImportError, ValueError) as error:
        sys.stderr.write(f"workos-emulator: {error}\n")
        return 2
    for difference in differences:
        sys.stdout.write(f"{difference}\n")
    count = len(recorded.requests)
    sys.stdout.write(f"{count} requests: {count - len(differences)} same status, {len(differences)} different\n")
    return int(bool(differences))


def replay(recorded: Recording) -> list[str]:
    """Replay the requests, each at its recorded time. Return a description of each response with a different status.

    Raises:
        ValueError: The snapshot in the recording is invalid or of another version.
    """
    emulator = Emulator(api_key=recorded.api_key, client_id=recorded.client_id, seed="replay")
    emulator.restore(recorded.snapshot)
    values, differences = ValueMap(), list[str]()
    for item in recorded.requests:
        emulator.clock.freeze(item.at)
        message_count = len(emulator.outbox)
        response = emulator.handle(_translate(values, item.request))
        if response.status != item.status:
            text = response.body.decode("utf-8", "replace")[:300]
            request = f"{item.request.method} {item.request.path}"
            differences.append(f"line {item.line}: {request}: was {item.status}, is {response.status}: {text}")
        _learn(values, item, response)
        messages = [message.render() for message in emulator.outbox][message_count:]
        for recorded_message, message in zip(item.messages, messages, strict=False):
            values.learn(recorded_message, message)
    return differences


def _translate(values: ValueMap, request: Request) -> Request:
    try:
        body = values.translate(request.body.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        body = request.body
    headers = {name: values.translate(value) for name, value in request.headers.items()}
    if "content-length" in headers:
        headers["content-length"] = str(len(body))
    path, query = values.translate(request.path), values.translate(request.query)
    return replace(request, path=path, query=query, headers=headers, body=body)


def _learn(values: ValueMap, item: RecordedRequest, response: Response) -> None:
    values.learn(item.location or "", response.headers.get("location", ""))
    try:
        values.learn(json.loads(item.response_body), json.loads(response.body))
    except ValueError:
        return
