"""Tokens of agents: sessions, refreshing, and revocation."""

from typing import Any

import httpx
import pytest

from workos_async import (
    AgentSessionRevokedError,
    AgentTokens,
    APIConnectionError,
    BadRequestError,
    ConfigurationError,
    InvalidTokenError,
    WorkOS,
)
from workos_core.models.agents import AgentBlueprint
from workos_emulator import Emulator
from workos_testing.clock import follow_clock


async def create_blueprint(workos: WorkOS) -> AgentBlueprint:
    return await workos.agents.create_blueprint(
        name="Reporter",
        session_settings={
            "max_age_seconds": 86400,
            "access_token_ttl_seconds": 300,
            "refresh_token_ttl_seconds": 3600,
        },
    )


async def create_tokens(workos: WorkOS, **options: Any) -> AgentTokens:
    organization = await workos.organizations.create_organization(name="Acme")
    blueprint = await create_blueprint(workos)
    return AgentTokens(workos, blueprint.id, organization_id=organization.id, **options)


async def test_a_token_is_cached_and_refreshed_in_the_same_session(workos: WorkOS, emulator: Emulator) -> None:
    with follow_clock(emulator.clock):
        tokens = await create_tokens(workos, intent="monthly report")
        first = await tokens.get()
        session = tokens.agent_instance_session_id
        assert await tokens.get() == first
        emulator.clock.advance(seconds=250)
        second = await tokens.get()
        emulator.clock.advance(seconds=250)
        third = await tokens.get()
        assert len({first, second, third}) == 3
        assert tokens.agent_instance_session_id == session
        validated = await workos.agents.validate_blueprint_token(tokens.agent_blueprint_id, agent_access_token=third)
        assert validated.agent_instance_id == tokens.agent_instance_id


async def test_an_expired_session_is_replaced(workos: WorkOS, emulator: Emulator) -> None:
    with follow_clock(emulator.clock):
        tokens = await create_tokens(workos)
        await tokens.get()
        session, instance = tokens.agent_instance_session_id, tokens.agent_instance_id
        emulator.clock.advance(hours=30)
        await tokens.get()
        assert tokens.agent_instance_session_id != session
        assert tokens.agent_instance_id == instance


async def test_a_revoked_session_is_not_replaced(workos: WorkOS, emulator: Emulator) -> None:
    with follow_clock(emulator.clock):
        tokens = await create_tokens(workos)
        await tokens.get()
        session = tokens.agent_instance_session_id
        assert session is not None
        await workos.agents.revoke_session(session)
        emulator.clock.advance(seconds=250)
        for _ in range(2):
            with pytest.raises(AgentSessionRevokedError) as caught:
                await tokens.get()
            assert caught.value.agent_instance_session_id == session


async def test_a_refresh_token_whose_response_was_lost_is_not_used_again(emulator: Emulator) -> None:
    bodies: list[bytes] = []
    lost = [False]
    inner = emulator.transport

    class LosingTransport(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            response = await inner.handle_async_request(request)
            if request.url.path.endswith("/tokens"):
                bodies.append(request.content)
                if lost[0]:
                    lost[0] = False
                    raise httpx.ReadError("reset")
            return response

    with follow_clock(emulator.clock):
        async with WorkOS(emulator.api_key, client_id=emulator.client_id, transport=LosingTransport()) as workos:
            tokens = await create_tokens(workos)
            first = await tokens.get()
            emulator.clock.advance(seconds=250)
            lost[0] = True
            assert await tokens.get() == first  # it is still valid
            emulator.clock.advance(seconds=60)
            assert await tokens.get() != first
    assert [b'"type":"refresh"' in body for body in bodies] == [False, True, False]


async def test_a_delegated_session_asks_for_a_current_token(workos: WorkOS, emulator: Emulator) -> None:
    with follow_clock(emulator.clock):
        autonomous = await create_tokens(workos)
        calls: list[str] = []

        async def current_token() -> str:
            calls.append(await autonomous.get())
            return calls[-1]

        tokens = AgentTokens(workos, autonomous.agent_blueprint_id, agent_access_token=current_token)
        await tokens.get()
        assert tokens.agent_instance_id == autonomous.agent_instance_id
        assert tokens.agent_instance_session_id != autonomous.agent_instance_session_id
        assert len(calls) == 1


async def test_an_agent_acts_for_a_signed_in_user(workos: WorkOS, emulator: Emulator) -> None:
    organization = await workos.organizations.create_organization(name="Acme")
    user = await workos.user_management.create_user(
        email="ada@example.com", password="correct horse 42", email_verified=True
    )
    await workos.user_management.create_organization_membership(user_id=user.id, organization_id=organization.id)
    blueprint = await create_blueprint(workos)
    sign_ins = 0

    async def sign_in() -> str:
        nonlocal sign_ins
        sign_ins += 1
        signed_in = await workos.user_management.authenticate_with_password(
            email="ada@example.com", password="correct horse 42"
        )
        return signed_in.access_token

    with follow_clock(emulator.clock):
        tokens = AgentTokens(workos, blueprint.id, user_access_token=sign_in)
        first = await tokens.get()
        emulator.clock.advance(minutes=4)  # the user's token is not needed to refresh that of the agent
        second = await tokens.get()
        assert (second != first, sign_ins) == (True, 1)
        validated = await workos.agents.validate_blueprint_token(blueprint.id, agent_access_token=second)
        assert (validated.acting_user_id, validated.organization_id) == (user.id, organization.id)
        with pytest.raises(InvalidTokenError) as caught:
            await workos.verify_access_token(second)
        assert caught.value.reason == "wrong_kind"
        emulator.clock.advance(hours=30)
        await tokens.get()  # the session has expired: a new one needs the user's token
        assert sign_ins == 2


async def test_an_expired_token_of_a_user_is_reported(workos: WorkOS, emulator: Emulator) -> None:
    blueprint = await create_blueprint(workos)
    tokens = AgentTokens(workos, blueprint.id, user_access_token="not a token")
    with pytest.raises(BadRequestError, match="user_access_token"):
        await tokens.get()


async def test_exactly_one_grant_is_required(workos: WorkOS) -> None:
    for options in ({}, {"organization_id": "org_1", "user_access_token": "token"}):
        with pytest.raises(ConfigurationError, match="exactly one"):
            AgentTokens(workos, "agent_blueprint_1", **options)


async def test_an_unsent_refresh_keeps_its_token(emulator: Emulator) -> None:
    fails = [False]
    inner = emulator.transport

    class UnreachableTransport(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if fails[0]:
                raise httpx.ConnectError("no route")
            return await inner.handle_async_request(request)

    with follow_clock(emulator.clock):
        async with WorkOS(emulator.api_key, transport=UnreachableTransport(), max_retries=0) as workos:
            tokens = await create_tokens(workos)
            await tokens.get()
            session = tokens.agent_instance_session_id
            emulator.clock.advance(seconds=400)
            fails[0] = True
            with pytest.raises(APIConnectionError):
                await tokens.get()
            fails[0] = False
            await tokens.get()
            assert tokens.agent_instance_session_id == session
