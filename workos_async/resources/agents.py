# Generated from spec/resources/agents by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.agents`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workos_async._pagination.pager import Pager
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.agents import (
        AgentBlueprint,
        AgentBlueprintInvocableAsInput,
        AgentBlueprintInvocableByInput,
        AgentClaimAttempt,
        AgentClaimUser,
        AgentCredentialValidation,
        AgentInstance,
        AgentInstanceSession,
        AgentRegistration,
        AgentSessionSettings,
        AgentSessionSettingsInput,
        AgentToken,
        AgentTokenGrantType,
        AgentTokenValidation,
    )
    from workos_core.models.common import PaginationOrder
    from workos_core.params.agents import (
        AgentBlueprintInvocableAsInputParam,
        AgentBlueprintInvocableByInputParam,
        AgentClaimUserParam,
        AgentSessionSettingsInputParam,
        AgentSessionSettingsParam,
    )
else:
    AgentBlueprint = lazy_type("workos_core.models.agents", "AgentBlueprint")
    AgentBlueprintInvocableAsInput = lazy_type("workos_core.models.agents", "AgentBlueprintInvocableAsInput")
    AgentBlueprintInvocableByInput = lazy_type("workos_core.models.agents", "AgentBlueprintInvocableByInput")
    AgentClaimAttempt = lazy_type("workos_core.models.agents", "AgentClaimAttempt")
    AgentClaimUser = lazy_type("workos_core.models.agents", "AgentClaimUser")
    AgentCredentialValidation = lazy_type("workos_core.models.agents", "AgentCredentialValidation")
    AgentInstance = lazy_type("workos_core.models.agents", "AgentInstance")
    AgentInstanceSession = lazy_type("workos_core.models.agents", "AgentInstanceSession")
    AgentRegistration = lazy_type("workos_core.models.agents", "AgentRegistration")
    AgentSessionSettings = lazy_type("workos_core.models.agents", "AgentSessionSettings")
    AgentSessionSettingsInput = lazy_type("workos_core.models.agents", "AgentSessionSettingsInput")
    AgentToken = lazy_type("workos_core.models.agents", "AgentToken")
    AgentTokenGrantType = lazy_type("workos_core.models.agents", "AgentTokenGrantType")
    AgentTokenValidation = lazy_type("workos_core.models.agents", "AgentTokenValidation")
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    AgentBlueprintInvocableAsInputParam = lazy_type("workos_core.params.agents", "AgentBlueprintInvocableAsInputParam")
    AgentBlueprintInvocableByInputParam = lazy_type("workos_core.params.agents", "AgentBlueprintInvocableByInputParam")
    AgentClaimUserParam = lazy_type("workos_core.params.agents", "AgentClaimUserParam")
    AgentSessionSettingsParam = lazy_type("workos_core.params.agents", "AgentSessionSettingsParam")
    AgentSessionSettingsInputParam = lazy_type("workos_core.params.agents", "AgentSessionSettingsInputParam")

_LIST_BLUEPRINTS: Operation[AgentBlueprint] = Operation(
    "agents.list_blueprints",
    "GET",
    "/agents/blueprints",
    returns=AgentBlueprint,
)
_CREATE_BLUEPRINT: Operation[AgentBlueprint] = Operation(
    "agents.create_blueprint",
    "POST",
    "/agents/blueprints",
    returns=AgentBlueprint,
)
_GET_BLUEPRINT: Operation[AgentBlueprint] = Operation(
    "agents.get_blueprint",
    "GET",
    "/agents/blueprints/{agent_blueprint_id}",
    returns=AgentBlueprint,
    returns_requested_id="agent_blueprint_id",
)
_DELETE_BLUEPRINT: Operation[None] = Operation(
    "agents.delete_blueprint",
    "DELETE",
    "/agents/blueprints/{agent_blueprint_id}",
)
_UPDATE_BLUEPRINT: Operation[AgentBlueprint] = Operation(
    "agents.update_blueprint",
    "PATCH",
    "/agents/blueprints/{agent_blueprint_id}",
    returns=AgentBlueprint,
    returns_requested_id="agent_blueprint_id",
)
_CREATE_BLUEPRINT_TOKEN: Operation[AgentToken] = Operation(
    "agents.create_blueprint_token",
    "POST",
    "/agents/blueprints/{agent_blueprint_id}/tokens",
    returns=AgentToken,
)
_VALIDATE_BLUEPRINT_TOKEN: Operation[AgentTokenValidation] = Operation(
    "agents.validate_blueprint_token",
    "POST",
    "/agents/blueprints/{agent_blueprint_id}/tokens/validate",
    returns=AgentTokenValidation,
)
_LIST_INSTANCES: Operation[AgentInstance] = Operation(
    "agents.list_instances",
    "GET",
    "/agents/instances",
    returns=AgentInstance,
)
_GET_INSTANCE: Operation[AgentInstance] = Operation(
    "agents.get_instance",
    "GET",
    "/agents/instances/{agent_instance_id}",
    returns=AgentInstance,
    returns_requested_id="agent_instance_id",
)
_DELETE_INSTANCE: Operation[None] = Operation(
    "agents.delete_instance",
    "DELETE",
    "/agents/instances/{agent_instance_id}",
)
_LIST_SESSIONS: Operation[AgentInstanceSession] = Operation(
    "agents.list_sessions",
    "GET",
    "/agents/sessions",
    returns=AgentInstanceSession,
)
_GET_SESSION: Operation[AgentInstanceSession] = Operation(
    "agents.get_session",
    "GET",
    "/agents/sessions/{agent_instance_session_id}",
    returns=AgentInstanceSession,
    returns_requested_id="agent_instance_session_id",
)
_REVOKE_SESSION: Operation[AgentInstanceSession] = Operation(
    "agents.revoke_session",
    "POST",
    "/agents/sessions/{agent_instance_session_id}/revoke",
    returns=AgentInstanceSession,
    returns_requested_id="agent_instance_session_id",
)
_LINK_CLAIM_ATTEMPT_TO_EXTERNAL_USER: Operation[AgentClaimAttempt] = Operation(
    "agents.link_claim_attempt_to_external_user",
    "PATCH",
    "/agents/claims/attempts",
    returns=AgentClaimAttempt,
)
_VALIDATE_API_KEY_CREDENTIAL: Operation[AgentCredentialValidation] = Operation(
    "agents.validate_api_key_credential",
    "POST",
    "/agents/credentials/validate",
    returns=AgentCredentialValidation,
)
_VALIDATE_ACCESS_TOKEN_CREDENTIAL: Operation[AgentCredentialValidation] = Operation(
    "agents.validate_access_token_credential",
    "POST",
    "/agents/credentials/validate",
    returns=AgentCredentialValidation,
)
_GET_REGISTRATION: Operation[AgentRegistration] = Operation(
    "agents.get_registration",
    "GET",
    "/agents/registrations/{agent_registration_id}",
    returns=AgentRegistration,
    returns_requested_id="agent_registration_id",
)
_REVOKE_REGISTRATION: Operation[AgentRegistration] = Operation(
    "agents.revoke_registration",
    "POST",
    "/agents/registrations/{agent_registration_id}/revoke",
    returns=AgentRegistration,
    returns_requested_id="agent_registration_id",
)


@hides_locals
class Agents(ResourceClient):
    """AI agents that act for your users: the registrations and credentials that agents obtain for themselves, and
    the blueprints, instances and sessions that you give them.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def list_blueprints(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AgentBlueprint]:
        """List agent blueprints.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/agents/blueprint
        """
        return Pager(
            self._requestor,
            _LIST_BLUEPRINTS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    async def create_blueprint(
        self,
        *,
        name: str,
        description: str | NotGiven = NOT_GIVEN,
        permissions: Sequence[str] | NotGiven = NOT_GIVEN,
        invocable_by: AgentBlueprintInvocableByInput | AgentBlueprintInvocableByInputParam | NotGiven = NOT_GIVEN,
        invocable_as: AgentBlueprintInvocableAsInput | AgentBlueprintInvocableAsInputParam | NotGiven = NOT_GIVEN,
        session_settings: AgentSessionSettings | AgentSessionSettingsParam | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AgentBlueprint:
        """Create an agent blueprint.

        A blueprint defines the maximum permissions of an agent, who may start its sessions, and how long the
        sessions last.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            name: The display name of the blueprint.
            description: A description of the agent.
            permissions: The slugs of the permissions that a session can be granted at most. Each permission
                must exist in the environment.
            invocable_by: Who may start sessions of the agent.
            invocable_as: How sessions of the agent may be started.
            session_settings: The lifetimes of sessions and tokens.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new agent blueprint.

        Raises:
            BadRequestError: `code` or `error` is `permission_not_found` or `role_not_found`.
            ConflictError: `code` or `error` is `name_already_in_use`.

        See https://workos.com/docs/reference/agents/blueprint
        """
        return await self._requestor.call(
            _CREATE_BLUEPRINT,
            body={
                "name": name,
                "description": description,
                "permissions": array("permissions", permissions),
                "invocable_by": invocable_by,
                "invocable_as": invocable_as,
                "session_settings": session_settings,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get_blueprint(self, agent_blueprint_id: str, *, options: RequestOptions | None = None) -> AgentBlueprint:
        """Get an agent blueprint.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_blueprint_id: The ID of the agent blueprint.

        Returns:
            The agent blueprint.

        See https://workos.com/docs/reference/agents/blueprint
        """
        return await self._requestor.call(
            _GET_BLUEPRINT, path={"agent_blueprint_id": agent_blueprint_id}, options=options
        )

    async def delete_blueprint(self, agent_blueprint_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an agent blueprint.

        The instances of the blueprint and their sessions are deleted as well.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_blueprint_id: The ID of the agent blueprint.

        See https://workos.com/docs/reference/agents/blueprint
        """
        return await self._requestor.call(
            _DELETE_BLUEPRINT, path={"agent_blueprint_id": agent_blueprint_id}, options=options
        )

    async def update_blueprint(
        self,
        agent_blueprint_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        permissions: Sequence[str] | NotGiven = NOT_GIVEN,
        invocable_by: AgentBlueprintInvocableByInput | AgentBlueprintInvocableByInputParam | NotGiven = NOT_GIVEN,
        invocable_as: AgentBlueprintInvocableAsInput | AgentBlueprintInvocableAsInputParam | NotGiven = NOT_GIVEN,
        session_settings: AgentSessionSettingsInput | AgentSessionSettingsInputParam | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AgentBlueprint:
        """Update an agent blueprint.

        Omit an argument to keep its value. The same applies to the fields of `invocable_by`, `invocable_as` and
        `session_settings`. A list replaces the previous list as a whole.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_blueprint_id: The ID of the agent blueprint.
            name: The display name of the blueprint.
            description: A description of the agent. Pass `None` to clear it.
            permissions: The slugs of the permissions that a session can be granted at most. Each permission
                must exist in the environment.
            invocable_by: Who may start sessions of the agent.
            invocable_as: How sessions of the agent may be started.
            session_settings: The lifetimes of sessions and tokens.

        Returns:
            The updated agent blueprint.

        Raises:
            BadRequestError: `code` or `error` is `permission_not_found` or `role_not_found`.
            ConflictError: `code` or `error` is `name_already_in_use`.

        See https://workos.com/docs/reference/agents/blueprint
        """
        return await self._requestor.call(
            _UPDATE_BLUEPRINT,
            path={"agent_blueprint_id": agent_blueprint_id},
            body={
                "name": name,
                "description": description,
                "permissions": array("permissions", permissions),
                "invocable_by": invocable_by,
                "invocable_as": invocable_as,
                "session_settings": session_settings,
            },
            options=options,
        )

    async def create_blueprint_token(
        self,
        agent_blueprint_id: str,
        *,
        type: AgentTokenGrantType,
        user_access_token: str | NotGiven = NOT_GIVEN,
        organization_id: str | NotGiven = NOT_GIVEN,
        agent_access_token: str | NotGiven = NOT_GIVEN,
        refresh_token: str | NotGiven = NOT_GIVEN,
        intent: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AgentToken:
        """Create an access token for an agent.

        The required arguments depend on `type`: `user_access_token` for `user_delegated`, `organization_id` for
        `autonomous`, `agent_access_token` for `agent_delegated`, and `refresh_token` for `refresh`. All types
        except `refresh` start a session, and create the agent instance if it does not exist yet.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_blueprint_id: The ID of the agent blueprint.
            type: The grant type.
            user_access_token: The access token of the user that the agent acts for. It also determines the
                organization.
            organization_id: The ID of the organization in which the agent acts on its own behalf (`org_…`).
            agent_access_token: An existing access token of the agent, from the same blueprint. The new session
                belongs to the same instance, and its permissions are recomputed.
            refresh_token: The refresh token that was issued with the last access token. It can be used only
                once.
            intent: A free-form explanation of why the token is needed. It becomes the `text` of the `intent`
                claim.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The access token and the refresh token.

        Raises:
            BadRequestError: `code` or `error` is `unsupported_invocation_type`, `chain_depth_exceeded`,
                `max_age_exceeded`, `invalid_user_access_token`, `invalid_agent_access_token`,
                `invalid_refresh_token`, `session_expired`, `session_revoked`, `user_session_ended` or
                `session_settings_not_found`.
            PermissionDeniedError: `code` or `error` is `organization_not_invocable`, `role_not_invocable` or
                `user_not_member_of_organization`.
        """
        return await self._requestor.call(
            _CREATE_BLUEPRINT_TOKEN,
            path={"agent_blueprint_id": agent_blueprint_id},
            body={
                "type": type,
                "user_access_token": user_access_token,
                "organization_id": organization_id,
                "agent_access_token": agent_access_token,
                "refresh_token": refresh_token,
                "intent": intent,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    async def validate_blueprint_token(
        self,
        agent_blueprint_id: str,
        *,
        agent_access_token: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AgentTokenValidation:
        """Validate an access token of an agent against its blueprint.

        Validates the signature, the blueprint and the session. Unlike in the other credential validations, an
        invalid token is an error.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_blueprint_id: The ID of the agent blueprint.
            agent_access_token: The access token (a JWT) that the agent presented.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The details of the valid token.

        Raises:
            BadRequestError: `code` or `error` is `invalid_agent_access_token`, `session_expired`,
                `session_revoked` or `user_session_ended`.
        """
        return await self._requestor.call(
            _VALIDATE_BLUEPRINT_TOKEN,
            path={"agent_blueprint_id": agent_blueprint_id},
            body={"agent_access_token": agent_access_token},
            idempotency_key=idempotency_key,
            options=options,
        )

    def list_instances(
        self,
        *,
        organization_id: str | None = None,
        agent_blueprint_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AgentInstance]:
        """List agent instances.

        Instances are created when tokens are created. There is no other way to create one.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: Return only instances that act in this organization (`org_…`).
            agent_blueprint_id: Return only instances of this agent blueprint.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/agents/instance
        """
        return Pager(
            self._requestor,
            _LIST_INSTANCES,
            query={
                "organization_id": organization_id,
                "agent_blueprint_id": agent_blueprint_id,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    async def get_instance(self, agent_instance_id: str, *, options: RequestOptions | None = None) -> AgentInstance:
        """Get an agent instance.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_instance_id: The ID of the agent instance.

        Returns:
            The agent instance.

        See https://workos.com/docs/reference/agents/instance
        """
        return await self._requestor.call(_GET_INSTANCE, path={"agent_instance_id": agent_instance_id}, options=options)

    async def delete_instance(self, agent_instance_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an agent instance.

        The sessions of the instance are deleted as well, and their refresh tokens become invalid.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_instance_id: The ID of the agent instance.

        See https://workos.com/docs/reference/agents/instance
        """
        return await self._requestor.call(
            _DELETE_INSTANCE, path={"agent_instance_id": agent_instance_id}, options=options
        )

    def list_sessions(
        self,
        *,
        organization_id: str | None = None,
        agent_blueprint_id: str | None = None,
        agent_instance_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[AgentInstanceSession]:
        """List agent instance sessions.

        Sessions are created when tokens are created.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: Return only sessions of instances that act in this organization (`org_…`).
            agent_blueprint_id: Return only sessions of instances of this agent blueprint.
            agent_instance_id: Return only sessions of this agent instance.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/agents/session
        """
        return Pager(
            self._requestor,
            _LIST_SESSIONS,
            query={
                "organization_id": organization_id,
                "agent_blueprint_id": agent_blueprint_id,
                "agent_instance_id": agent_instance_id,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    async def get_session(
        self, agent_instance_session_id: str, *, options: RequestOptions | None = None
    ) -> AgentInstanceSession:
        """Get an agent instance session.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_instance_session_id: The ID of the agent instance session.

        Returns:
            The agent instance session.

        See https://workos.com/docs/reference/agents/session
        """
        return await self._requestor.call(
            _GET_SESSION, path={"agent_instance_session_id": agent_instance_session_id}, options=options
        )

    async def revoke_session(
        self,
        agent_instance_session_id: str,
        *,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AgentInstanceSession:
        """Revoke an agent instance session.

        The refresh token and all access tokens of the session become invalid. Revoking a session again has no
        effect. A session that has already expired remains `expired`, without `revoked_at`.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_instance_session_id: The ID of the agent instance session.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The agent instance session.

        See https://workos.com/docs/reference/agents/session
        """
        return await self._requestor.call(
            _REVOKE_SESSION,
            path={"agent_instance_session_id": agent_instance_session_id},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def link_claim_attempt_to_external_user(
        self,
        *,
        claim_attempt_token: str,
        user: AgentClaimUser | AgentClaimUserParam,
        organization_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AgentClaimAttempt:
        """Link an agent claim attempt to a user of your application.

        WorkOS looks up the user by `external_id` and creates the user if there is none. Pass the `user_code` of the
        response on to the user; the agent needs it to complete the claim. For a user in several organizations, pass
        `organization_id`. Without it the request fails with 409 and the code `organization_selection_required`, and
        the error body lists the `organizations`. If the claim or the user code has expired, the request fails with
        410.

        Available only to accounts that have the feature `agent-auth-public-api`.

        Args:
            claim_attempt_token: The token of the claim attempt.
            user: The user who claims the agent.
            organization_id: The ID of the organization for the agent (`org_…`). Required if the user is a
                member of several organizations.

        Returns:
            The claim attempt, with the user code for the agent.

        Raises:
            BadRequestError: `code` or `error` is `invalid_request`, `invalid_claim`, `invalid_organization`,
                `email_mismatch` or `wrong_account`.
            PermissionDeniedError: `code` or `error` is `claim_denied` or `auth_method_disabled`.
            ConflictError: `code` or `error` is `organization_selection_required`, `email_already_in_use` or
                `already_claimed`.
            APIError: `code` or `error` is `claim_expired` or `user_code_expired`.
        """
        return await self._requestor.call(
            _LINK_CLAIM_ATTEMPT_TO_EXTERNAL_USER,
            body={
                "type": "link_external_user",
                "claim_attempt_token": claim_attempt_token,
                "user": user,
                "organization_id": organization_id,
            },
            options=options,
        )

    async def validate_api_key_credential(
        self, *, credential: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> AgentCredentialValidation:
        """Validate an API key presented by an agent.

        An invalid credential is not an error; the response then has `valid` set to false. Validation consumes and
        changes nothing. To validate API keys of users and organizations, use `api_keys.validate_api_key`.

        Available only to accounts that have the feature `agent-auth-public-api`.

        Args:
            credential: The API key that the agent presented.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The result of the validation.

        Raises:
            BadRequestError: `code` or `error` is `invalid_request`.
        """
        return await self._requestor.call(
            _VALIDATE_API_KEY_CREDENTIAL,
            body={"type": "api_key", "credential": credential},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def validate_access_token_credential(
        self,
        *,
        credential: str,
        audience: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AgentCredentialValidation:
        """Validate an access token presented by an agent.

        An invalid credential is not an error; the response then has `valid` set to false. Validation consumes and
        changes nothing.

        Available only to accounts that have the feature `agent-auth-public-api`.

        Args:
            credential: The access token (a JWT) that the agent presented.
            audience: The resource that the token must be issued for. If given, the `aud` claim of the token
                must contain it.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The result of the validation.

        Raises:
            APIError: The same errors as `validate_api_key_credential`.
        """
        return await self._requestor.call(
            _VALIDATE_ACCESS_TOKEN_CREDENTIAL,
            body={"type": "access_token", "credential": credential, "audience": audience},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get_registration(
        self, agent_registration_id: str, *, options: RequestOptions | None = None
    ) -> AgentRegistration:
        """Get an agent registration.

        Available only to accounts that have the feature `agent-auth-public-api`.

        Args:
            agent_registration_id: The ID of the agent registration.

        Returns:
            The agent registration.
        """
        return await self._requestor.call(
            _GET_REGISTRATION, path={"agent_registration_id": agent_registration_id}, options=options
        )

    async def revoke_registration(
        self, agent_registration_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> AgentRegistration:
        """Revoke an agent registration permanently.

        All API keys and access tokens issued from the registration become invalid, and the agent must register
        again. Revoking a registration again has no effect.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            agent_registration_id: The ID of the agent registration.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The revoked registration.

        See https://workos.com/docs/reference/agents/registration/revoke-registration
        """
        return await self._requestor.call(
            _REVOKE_REGISTRATION,
            path={"agent_registration_id": agent_registration_id},
            idempotency_key=idempotency_key,
            options=options,
        )
