"""An agent loop without a framework: it picks tools, asks for accounts with Pipes, and records its tool calls in the audit log.

    python -m examples.pipes_agent    with an emulator

The model is replaced by a fixed plan, so that the example needs no API key of a model. Replace `next_step` by a call of yours.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from examples.shared import EMAIL, running_emulator
from workos_async import ConnectionNeededError, PipesTokens, ToolAuditLog, WorkOS
from workos_core.params.audit_logs import AuditLogEventActorParam

Tool = Callable[[], Awaitable[str]]


async def list_repositories(github: PipesTokens) -> str:
    """List the repositories of the user. A real tool sends the token to GitHub."""
    token = await github.get(scopes=["repo"])
    return f"2 repositories, with a token of {len(token)} characters"


async def next_step(history: list[str]) -> str | None:
    """Return the next tool to call, or `None` if the task is done."""
    return None if history and not history[-1].startswith("Connect") else "list_repositories"


async def run_agent(
    tools: dict[str, Tool],
    log: ToolAuditLog,
    user_id: str,
    organization_id: str,
    connect: Callable[[str], Awaitable[None]],
) -> list[str]:
    """Call tools until the task is done, and return their results.

    Args:
        tools: The tools by name.
        log: The audit log.
        user_id: The ID of the user for whom the agent acts.
        organization_id: The ID of the organization.
        connect: Lets the user connect an account at a URL.
    """
    actor: AuditLogEventActorParam = {"type": "agent", "id": "repository-agent"}
    history: list[str] = []
    while name := await next_step(history):
        try:
            with log.track(name, actor=actor, on_behalf_of=user_id, organization_id=organization_id):
                history.append(await tools[name]())
        except ConnectionNeededError as error:
            history.append(f"Connect {error.provider}: {error.reason}")
            await connect(error.authorize_url)
    return history


async def main() -> None:
    """Run the agent for the test user of an emulator."""
    async with WorkOS() as workos:
        (user,) = await workos.user_management.list_users(email=EMAIL).collect()
        membership = (await workos.user_management.list_organization_memberships(user_id=user.id).collect())[0]
        await workos.pipes.create_data_integration(provider="github")
        await workos.audit_logs.create_schema("agent.tool_called", targets=[{"type": "tool"}, {"type": "user"}])
        github = PipesTokens(workos, "github", user_id=user.id)

        async def connect(url: str) -> None:
            print(f"The user opens {url.partition('?')[0]} and connects the account.")
            await workos.pipes.create_user_connected_account(user.id, "github", access_token="gho_1", scopes=["repo"])

        async with ToolAuditLog(workos, location="pipes_agent") as log:
            tools: dict[str, Tool] = {"list_repositories": partial(list_repositories, github)}
            for line in await run_agent(tools, log, user.id, membership.organization_id, connect):
                print(line)
        print(f"Audit log events that could not be recorded: {log.dropped}")


if __name__ == "__main__":
    with running_emulator():
        asyncio.run(main())
