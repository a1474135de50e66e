"""How the codemod finds the module that an import means, whichever folder is passed to it."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.migrate.support import migrate_files
from workos_migrate.cli import main

CLIENTS = "from workos import WorkOSClient\nclient = WorkOSClient()\n"
CALL = 'client.organizations.get_organization(id="1")\n'
MIGRATED = 'client.organizations.get_organization(organization_id="1")'


def test_folder_that_is_a_package_itself(tmp_path: Path) -> None:
    """`workos-migrate desk tests` in the folder of a project: the modules of desk import one another as `desk.…`."""
    for name, text in {
        "desk/__init__.py": "",
        "desk/clients.py": CLIENTS,
        "desk/views.py": f"from desk.clients import client\n{CALL}",
        "tests/test_views.py": f"from desk.clients import client\n{CALL}",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert main([str(tmp_path / "desk"), str(tmp_path / "tests")]) == 0
    for name in ("desk/views.py", "tests/test_views.py"):
        assert MIGRATED in (tmp_path / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("folder", ["", "src/", "services/api/src/"])
def test_folder_from_which_modules_are_imported(folder: str) -> None:
    results = migrate_files(
        {f"{folder}shop/__init__.py": "", f"{folder}shop/clients.py": CLIENTS, "tests/test_shop.py": _imports("shop.")}
    )
    assert MIGRATED in results["tests/test_shop.py"].after.decode()


def test_program_in_a_folder_with_the_name_of_the_sdk() -> None:
    results = migrate_files({"workos/app.py": "from .clients import client\n" + CALL, "workos/clients.py": CLIENTS})
    assert MIGRATED in results["workos/app.py"].after.decode()
    assert "from .clients import client" in results["workos/app.py"].after.decode()


def test_nearest_module_of_the_same_name_is_imported() -> None:
    """Two services in one repository, each with its own `clients.py`."""
    other = "client = connect_to_another_api()\n# workos\n"
    results = migrate_files(
        {
            "one/clients.py": CLIENTS,
            "one/app.py": _imports(""),
            "two/clients.py": other,
            "two/app.py": _imports(""),
        }
    )
    assert MIGRATED in results["one/app.py"].after.decode()
    assert results["two/app.py"].after == results["two/app.py"].before


def test_module_of_a_package_is_no_top_level_module() -> None:
    results = migrate_files(
        {
            "clients.py": CLIENTS,
            "shop/__init__.py": "",
            "shop/clients.py": "client = connect_to_another_api()\n# workos\n",
            "shop/views.py": _imports(""),
        }
    )
    assert MIGRATED in results["shop/views.py"].after.decode()


def _imports(package: str) -> str:
    return dedent(f"from {package}clients import client\n{CALL}")
