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

from workos_async import Nonsense as Nonsense0  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_sync import Nonsense as Nonsense1  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core import Nonsense as Nonsense2  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.auth import Nonsense as Nonsense3  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.errors import Nonsense as Nonsense4  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.models import Nonsense as Nonsense5  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.params import Nonsense as Nonsense6  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.vault import Nonsense as Nonsense7  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_core.webhooks import Nonsense as Nonsense8  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web import Nonsense as Nonsense9  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.asgi import Nonsense as Nonsense10  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.django import Nonsense as Nonsense11  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.fastapi import Nonsense as Nonsense12  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.flask import Nonsense as Nonsense13  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.litestar import Nonsense as Nonsense14  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_web.starlette import Nonsense as Nonsense15  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_emulator import Nonsense as Nonsense16  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_testing import Nonsense as Nonsense17  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_async import AsyncWorkOS  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from workos_sync import SyncWorkOS  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def use(*values: object) -> None: ...


use(workos_async.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_sync.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.auth.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.errors.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.models.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.params.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.vault.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_core.webhooks.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.asgi.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.django.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.fastapi.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.flask.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.litestar.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_web.starlette.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_emulator.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
use(workos_testing.Nonsense)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


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
