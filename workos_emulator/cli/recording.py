"""Recordings: requests and responses in a JSON Lines file, for replay."""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from workos_emulator.http import payload
from workos_emulator.http.messages import Request, Response
from workos_emulator.server.request_log import Entry

if TYPE_CHECKING:
    from workos_emulator.emulator import Emulator

_FORMAT = 1


class RecordingError(ValueError):
    """An invalid recording. The message names the file or the line."""


class Recorder:
    """A context manager that records all requests to an emulator in a file. It contains secrets: only its owner can read it.

    Args:
        emulator: The emulator.
        path: The file; an existing file is overwritten.
    """

    def __init__(self, emulator: "Emulator", path: str | os.PathLike[str]) -> None:
        self._emulator = emulator
        self._path = path
        self._recorded_messages: set[str] = set()

    def __enter__(self) -> "Recorder":
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.chmod(self._path, 0o600)  # the mode above applies only to a new file
        self._file = os.fdopen(descriptor, "w", encoding="utf-8")
        emulator = self._emulator
        self._recorded_messages = {message.id for message in emulator.outbox}
        self._write(
            {
                "recording": _FORMAT,
                "api_key": emulator.api_key,
                "client_id": emulator.client_id,
                "snapshot": emulator.snapshot(),
            }
        )
        emulator.observers.append(self._observe)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._emulator.observers.remove(self._observe)
        self._file.close()

    def _observe(self, entry: Entry, response: Response) -> None:
        request = entry.request
        if request.path.startswith("/_emulator/") and request.method in ("GET", "HEAD"):
            return
        messages = list(self._emulator.outbox)
        new = [message for message in messages if message.id not in self._recorded_messages]
        self._recorded_messages = {message.id for message in messages}
        self._write(
            {
                "at": entry.at.isoformat(),
                "method": request.method,
                "path": request.path,
                "query": request.query,
                "headers": dict(request.headers),
                "body": _to_text(request.body),
                "status": response.status,
                "location": response.headers.get("location"),
                "answer": _to_text(response.body),
                "messages": [message.render() for message in new],
            }
        )

    def _write(self, line: Any) -> None:
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()


@dataclass(slots=True, frozen=True)
class RecordedRequest:
    """A recorded request, its response, and the messages that it sent."""

    line: int
    at: datetime
    request: Request
    status: int
    location: str | None
    response_body: bytes
    messages: list[dict[str, Any]]


@dataclass(slots=True, frozen=True)
class Recording:
    """The initial state of the recorded emulator, and the requests."""

    api_key: str
    client_id: str
    snapshot: dict[str, Any]
    requests: list[RecordedRequest]


def read(path: str | os.PathLike[str]) -> Recording:
    """Read a recording.

    Raises:
        RecordingError: The file is not a valid recording.
        OSError: The file cannot be read.
    """
    lines = list(_lines(Path(path)))
    if not lines or lines[0][1].get("recording") != _FORMAT:
        raise RecordingError(f"{path}:1: not a recording; create one with `workos-emulator serve --record FILE`")
    header = lines[0][1]
    try:
        requests = [_recorded(number, line) for number, line in lines[1:]]
        return Recording(header["api_key"], header["client_id"], header["snapshot"], requests)
    except KeyError as error:
        raise RecordingError(f"{path}:1: {error.args[0]} is missing") from None


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8", errors="replace") as file:
        for number, text in enumerate(file, 1):
            try:
                line: Any = json.loads(text)
            except (ValueError, RecursionError):
                if not text.endswith("\n"):
                    return  # the recording process was killed while it wrote the line
                raise RecordingError(f"{path}:{number}: invalid JSON") from None
            if not payload.is_object(line):
                raise RecordingError(f"{path}:{number}: not a JSON object")
            yield number, line


def _recorded(number: int, line: dict[str, Any]) -> RecordedRequest:
    try:
        request = Request(line["method"], line["path"], line["query"], line["headers"], _to_bytes(line["body"]))
        at = datetime.fromisoformat(line["at"])
        return RecordedRequest(
            number, at, request, line["status"], line["location"], _to_bytes(line["answer"]), line["messages"]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RecordingError(f"line {number} is not a recorded request: {error}") from None


def _to_text(data: bytes) -> Any:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": b64encode(data).decode()}


def _to_bytes(value: Any) -> bytes:
    if payload.is_object(value):
        return b64decode(value["base64"])
    return cast(str, value).encode("utf-8")
