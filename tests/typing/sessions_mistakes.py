"""Results that are read without a check, which mypy and pyright must report: an unused ignore comment is an error in both. Never run."""

# The type of a mistake is unknown.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

import workos_async
import workos_sync


def use(*values: object) -> None: ...


async def mistakes(session_data: str, workos: workos_async.WorkOS, sign_in: workos_async.SignIn) -> None:
    session = workos.user_management.load_sealed_session(session_data=session_data, cookie_password="a")
    result, refreshed = await session.authenticate(), await session.refresh()
    use(result.user)  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue]
    use(refreshed.sealed_session)  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue]
    if not result:
        use(result.claims)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use((await sign_in.authenticate({})).identity)  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue]


def sync_mistakes(sign_in: workos_sync.SignIn) -> None:
    completed = sign_in.complete("", {})
    if completed.authenticated is True:
        use(completed.reason)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use(completed.custom_state)  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue]
