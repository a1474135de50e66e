"""The translation of async modules to sync modules."""

import pytest

from codegen.problems import CodegenError
from codegen.unasync import RENAMES, translate


def sync(text: str) -> str:
    (result,) = translate({"a.py": text}, {"a.py": "b.py"}, renames=()).values()
    return result.partition("\n")[2]


def test_async_and_await_are_removed() -> None:
    text = "async def f(x):\n    async with x as y:\n        async for z in y:\n            await z\n    return [w async for w in (await g())]\n"
    assert (
        sync(text) == "def f(x):\n    with x as y:\n        for z in y:\n            z\n    return [w for w in (g())]\n"
    )


def test_protocol_names_are_replaced() -> None:
    text = "class A:\n    async def __anext__(self):\n        raise StopAsyncIteration\n\n    async def __aenter__(self): ...\n"
    assert "def __next__(self):\n        raise StopIteration" in sync(text)
    assert "def __enter__(self): ..." in sync(text)


def test_names_that_only_contain_a_rule_are_kept() -> None:
    assert sync("my_aclose = 1\nx__aenter__y = 2\n") == "my_aclose = 1\nx__aenter__y = 2\n"


def test_module_names_are_replaced_in_imports_and_strings() -> None:
    text = 'from workos_async._concurrency.sleep import x\n\ny = {"workos_async._concurrency.sleep": ("x",)}\nz = x\n'
    assert (
        sync(text)
        == 'from workos_sync._concurrency.sleep import x\n\ny = {"workos_sync._concurrency.sleep": ("x",)}\nz = x\n'
    )


def test_all_is_kept() -> None:
    assert sync('__all__ = ["A", "B"]\n') == '__all__ = ["A", "B"]\n'


def test_comments_strings_and_layout_are_kept() -> None:
    text = '# a comment\nx = (\n    1,  # one\n    "two\\n",\n)\n\n\ndef f():\n    """Doc."""\n    return x\n'
    assert sync(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "import asyncio\n\nx = asyncio\n",
        "import anyio\n\nx = anyio\n",
        "from httpx import AsyncBaseTransport\n\n'''await'''\nx = AsyncBaseTransport\n",
        "def f():\n    '''For async code.'''\n",
    ],
)
def test_remaining_async_code_is_an_error(text: str) -> None:
    with pytest.raises(CodegenError, match="remains"):
        sync(text)


def test_unused_rule_is_an_error() -> None:
    with pytest.raises(CodegenError, match=r"the rename rule aclose in codegen/unasync\.py is unused"):
        translate({"a.py": "x = 1\n"}, {"a.py": "b.py"}, renames=tuple(RENAMES))


def test_the_header_names_the_source() -> None:
    (text,) = translate({"a.py": "x = 1\n"}, {"a.py": "b.py"}, renames=()).values()
    assert text.startswith("# Generated from a.py by `python -m codegen`.")
