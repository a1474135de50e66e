"""Running the Python blocks of a page against an emulator."""

import ast
import asyncio
import inspect
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import CodeType, ModuleType
from typing import Any
from unittest import mock

import workos_async
import workos_sync
from tests.docs.blocks import DOCS, Block, blocks
from workos_emulator import Emulator
from workos_testing import SessionFactory

PASSWORD = SessionFactory.cookie_password
USER, ORGANIZATION = "user_1", "org_1"


@dataclass
class Environment:
    """What a reader has when they try the blocks of a page: a configured environment, a client and some objects.

    Attributes:
        emulator: The emulator, which `WORKOS_BASE_URL` names. It has the user `user_1`, who is a member of `org_1`.
        names: The names that the blocks of the page share, and those that the text of the page presupposes.
        replacements: Texts of the page, such as the path of a certificate, with what stands for them here.
        checks: Functions to call after the block with this index, counted from 0, in a worker thread.
        is_async: Whether `workos` is an async client in all blocks; by default, each block gets the client that it uses.
    """

    emulator: Emulator
    names: dict[str, Any] = field(default_factory=dict)
    replacements: dict[str, str] = field(default_factory=dict)
    checks: dict[int, Callable[[], None]] = field(default_factory=dict)
    is_async: bool = False

    def __post_init__(self) -> None:
        self.replacements |= {
            "sk_…": self.emulator.api_key,
            "client_…": self.emulator.client_id,
            "org_…": ORGANIZATION,
            "org_01EHZNVPK3SFK441A1RGBFSHRT": ORGANIZATION,
        }

    @property
    def session(self) -> str:
        """A new session cookie of the user."""
        return SessionFactory(self.emulator).sealed_cookie(USER, ORGANIZATION)


@contextmanager
def environment() -> Iterator[Environment]:
    """Serve an emulator, and set the environment variables of an application."""
    with Emulator(seed="docs") as emulator, emulator.serve() as url:
        emulator.create("organizations", id=ORGANIZATION, name="Example", external_id="1")
        emulator.create("users", id=USER, email="ada@example.com", email_verified=True, password="correct horse 42")
        emulator.create("memberships", user_id=USER, organization_id=ORGANIZATION)
        variables = {
            "WORKOS_BASE_URL": url,
            "WORKOS_API_KEY": emulator.api_key,
            "WORKOS_CLIENT_ID": emulator.client_id,
            "WORKOS_COOKIE_PASSWORD": PASSWORD,
            "WORKOS_WEBHOOK_SECRET": "the signing secret",
        }
        with mock.patch.dict(os.environ, variables):
            yield Environment(emulator)


def run_page(page: str, env: Environment) -> None:
    """Run the Python blocks of a page in order, as one program: later blocks see the names of earlier ones.

    `workos` is a new client in every block: an async one if the block uses the async client, otherwise a sync one. Before each
    block, the emulator has its initial state.
    """
    module = ModuleType("documentation_page")
    module.__file__ = str(DOCS / page)
    module.__dict__.update(env.names)
    env.names = module.__dict__
    sys.modules[module.__name__] = module  # frameworks look up the annotations of functions there
    try:
        asyncio.run(_run(blocks(page, "python"), env))
    finally:
        del sys.modules[module.__name__]


async def _run(page_blocks: list[Block], env: Environment) -> None:
    initial = env.emulator.snapshot()
    clients: list[object] = []
    try:
        for index, block in enumerate(page_blocks):
            env.emulator.restore(initial)
            env.names["workos"] = workos_async.WorkOS() if env.is_async or _is_async(block) else workos_sync.WorkOS()
            clients.append(env.names["workos"])
            code = _compile(block, env.replacements)
            try:
                if code.co_flags & inspect.CO_COROUTINE:
                    await eval(code, env.names)
                else:
                    await asyncio.to_thread(eval, code, env.names)  # a thread, in which blocks may call asyncio.run
                await asyncio.to_thread(env.checks.get(index, lambda: None))
            except BaseException as error:
                error.add_note(f"in the block at docs/{block.page}:{block.line}")
                raise
            clients += env.names.values()
    finally:
        await _close(clients)


def _compile(block: Block, replacements: Mapping[str, str]) -> CodeType:
    text = block.text
    for placeholder, value in replacements.items():
        text = text.replace(placeholder, value)
    text = "\n" * (block.line - 1) + text  # tracebacks show the line of the page
    code: CodeType = compile(text, f"docs/{block.page}", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    return code


def _is_async(block: Block) -> bool:
    return re.search(r"\b(await|async|workos_async)\b", block.text) is not None


async def _close(values: list[object]) -> None:
    """Close the clients that the blocks have left open."""
    for value in values:
        if isinstance(value, workos_async.WorkOS):
            await value.aclose()
        elif isinstance(value, workos_sync.WorkOS):
            value.close()
