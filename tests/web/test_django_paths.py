"""`DjangoSignIn` with custom paths."""

import pytest

import workos_async
import workos_sync
from workos_emulator import Emulator


@pytest.mark.parametrize("package", [workos_async, workos_sync], ids=["async", "sync"])
@pytest.mark.parametrize("paths_package", [workos_async, workos_sync], ids=["async_paths", "sync_paths"])
def test_custom_paths(package: object, paths_package: object) -> None:
    pytest.importorskip("django", reason="nox -s web installs the frameworks")
    from tests.web.apps._clients import async_sign_in, sync_sign_in
    from workos_web.django import DjangoSignIn

    sign_in = async_sign_in(Emulator()) if package is workos_async else sync_sign_in(Emulator())
    paths_class = workos_async.SignInPaths if paths_package is workos_async else workos_sync.SignInPaths
    auth = DjangoSignIn(sign_in, paths_class(sign_in="/auth/login", sign_out="/auth/logout"))
    assert {pattern.name: str(pattern.pattern) for pattern in auth.urls} == {
        "workos_login": "auth/login",
        "workos_callback": "callback",
        "workos_logout": "auth/logout",
        "workos_switch_organization": "switch-organization",
    }
