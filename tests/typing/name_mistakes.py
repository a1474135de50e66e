"""Misspelled names of modules, which mypy and pyright must report: an unused ignore comment is an error in both. Never run.

The modules load their names on first use, with a `__getattr__` that type checkers don't see.
"""

# The type of a mistake is unknown.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnusedImport=false

# ruff: noqa: F401, I001

import workos_async
import workos_sync
import workos_core
import workos_core.auth
import workos_core.errors
import workos_core.models
import workos_core.params
import workos_core.vault
import workos_core.webhooks
import workos_web
import workos_web.asgi
import workos_web.django
import workos_web.fastapi
import workos_web.flask
import workos_web.litestar
import workos_web.starlette
import workos_emulator
import workos_testing

from workos_async import Misspelled as Misspelled0  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_sync import Misspelled as Misspelled1  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core import Misspelled as Misspelled2  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.auth import Misspelled as Misspelled3  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.errors import Misspelled as Misspelled4  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.models import Misspelled as Misspelled5  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.params import Misspelled as Misspelled6  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.vault import Misspelled as Misspelled7  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.webhooks import Misspelled as Misspelled8  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web import Misspelled as Misspelled9  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.asgi import Misspelled as Misspelled10  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.django import Misspelled as Misspelled11  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.fastapi import Misspelled as Misspelled12  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.flask import Misspelled as Misspelled13  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.litestar import Misspelled as Misspelled14  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.starlette import Misspelled as Misspelled15  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_emulator import Misspelled as Misspelled16  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_testing import Misspelled as Misspelled17  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_async import AsyncWorkOS  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_sync import SyncWorkOS  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def use(*values: object) -> None: ...


use(workos_async.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_sync.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.auth.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.errors.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.models.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.params.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.vault.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.webhooks.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.asgi.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.django.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.fastapi.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.flask.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.litestar.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.starlette.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_emulator.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_testing.Misspelled)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


async def clients(workos: workos_async.WorkOS) -> None:
    use(workos.organisations)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use(workos.admin_portal)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use(workos.organizations.get_organisation)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use(workos.user_management.list_users().data)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    await workos.user_management.list_users()  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    with workos:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
    for user in workos.user_management.list_users():  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        use(user)


def sync_clients(workos: workos_sync.WorkOS) -> None:
    use(workos.organisations)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use(workos.user_management.list_users().data)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use(workos_emulator.Emulator().sed)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
