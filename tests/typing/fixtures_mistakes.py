"""Mistakes in tests that mypy and pyright must report: an unused ignore comment is an error in both. Never run."""

# The type of a mistake is unknown.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import workos_emulator
import workos_testing
from workos_testing import Factory, SessionFactory


def use(*values: object) -> None: ...


def mistakes(workos_factory: Factory, workos_sign_in: SessionFactory) -> None:
    use(workos_emulator.Emulater)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use(workos_testing.Fixtures)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    workos_factory.users()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    workos_factory.feature_flag("beta")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    use(workos_factory.feature_flag().slugs)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    workos_sign_in.access_token()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    workos_sign_in.access_token({"id": "user_1"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
