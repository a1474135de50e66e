"""Every method says what it does, what it takes and what goes wrong, in words of its own."""

import inspect
from collections import Counter

import pytest

from ..support.methods import Method, all_methods, full_name
from .rows.api import BOTH

METHODS = all_methods()


@pytest.mark.parametrize("method", METHODS, ids=full_name)
def test_method(method: Method) -> None:
    texts = [inspect.getdoc(api.method(full_name(method))) or "" for api in BOTH]
    assert texts[0] == texts[1]
    text = " ".join(texts[0].split())
    assert text.startswith(method.summary.rstrip("."))
    given = [argument for argument in method.arguments if argument.from_client != "api_key"]
    for argument in given:
        assert f"{argument.name}: " in text, argument.name
        assert argument.description.split()[0] in text, argument.name
    assert ("Args:" in text) is bool(given or method.credentials == "access_token" or method.accepts_idempotency_key)
    for code in (code for codes in method.error_codes.values() for code in codes):
        assert f"`{code}`" in text or "The same errors as" in text, code


def test_no_two_methods_say_the_same() -> None:
    assert [text for text, count in Counter(method.summary for method in METHODS).items() if count > 1] == []
    repeated = Counter(method.description for method in METHODS if method.description)
    assert [text for text, count in repeated.items() if count > 4] == []
