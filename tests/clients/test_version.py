from importlib import import_module, metadata

import pytest


@pytest.mark.parametrize("package", ["workos_async", "workos_sync", "workos_emulator", "workos_testing"])
def test_version_of_the_package(package: str) -> None:
    assert import_module(package).__version__ == metadata.version("workos-async")
