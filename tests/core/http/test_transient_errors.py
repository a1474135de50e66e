from datetime import UTC, datetime

from workos_core.errors import APIConnectionError, DecodeError, EventGapError, StoreUnavailableError
from workos_core.http.transient_errors import is_transient


def test_is_transient() -> None:
    page = DecodeError("expected JSON", path="$", status=200, request_id=None, body="<html>")
    structure = DecodeError("expected an object", path="$.data", status=200, request_id=None, body="{}")
    assert is_transient(APIConnectionError("reset"))
    assert not is_transient(APIConnectionError("certificate", final=True))
    assert is_transient(page)
    assert not is_transient(structure)
    assert is_transient(StoreUnavailableError("unreachable"))
    assert not is_transient(EventGapError(datetime(2026, 5, 1, 12, tzinfo=UTC)))
