"""The docstring of every method has its own summary, describes every argument and names the error codes."""

import inspect
from collections import Counter

import pytest

from ..support.methods import Method, all_methods, full_name
from .sdk import SDKS

METHODS = all_methods()


@pytest.mark.parametrize("method", METHODS, ids=full_name)
def test_docstring_describes_the_method(method: Method) -> None:
    docstrings = [inspect.getdoc(sdk.method(full_name(method))) or "" for sdk in SDKS]
    assert docstrings[0] == docstrings[1]
    docstring = " ".join(docstrings[0].split())
    assert docstring.startswith(method.summary.rstrip("."))
    documented = [argument for argument in method.arguments if argument.from_client != "api_key"]
    for argument in documented:
        assert f"{argument.name}: " in docstring, argument.name
        assert argument.description.split()[0] in docstring, argument.name
    assert ("Args:" in docstring) is bool(
        documented or method.credentials == "access_token" or method.has_idempotency_key
    )
    assert ("idempotency_key: " in docstring) is method.has_idempotency_key
    assert ("does not document it for this endpoint" in docstring) is (
        method.has_idempotency_key and not method.accepts_idempotency_key
    )
    for code in (code for codes in method.error_codes.values() for code in codes):
        assert f"`{code}`" in docstring or "The same errors as" in docstring, code


def test_summaries_are_unique() -> None:
    assert [summary for summary, count in Counter(method.summary for method in METHODS).items() if count > 1] == []
    descriptions = Counter(method.description for method in METHODS if method.description)
    assert [description for description, count in descriptions.items() if count > 4] == []
