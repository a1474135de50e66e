# Generated from workos_async/resources/agents.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.agents`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
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
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_sync._api_requestor import APIRequestor

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
)
_REVOKE_SESSION: Operation[AgentInstanceSession] = Operation(
    "agents.revoke_session",
    "POST",
    "/agents/sessions/{agent_instance_session_id}/revoke",
    returns=AgentInstanceSession,
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
)
_REVOKE_REGISTRATION: Operation[AgentRegistration] = Operation(
    "agents.revoke_registration",
    "POST",
    "/agents/registrations/{agent_registration_id}/revoke",
    returns=AgentRegistration,
)


class Agents:
    """AI agents that act for your users: the credentials they registered for themselves, and the blueprints,
    instances and sessions you give them.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

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
        """List the agent blueprints of the environment.

        Newer than the published description of the API: known from other clients only.

        Args:
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_BLUEPRINTS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def create_blueprint(
        self,
        *,
        name: str,
        description: str | NotGiven = NOT_GIVEN,
        permissions: Sequence[str] | NotGiven = NOT_GIVEN,
        invocable_by: AgentBlueprintInvocableByInput | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        invocable_as: AgentBlueprintInvocableAsInput | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        session_settings: AgentSessionSettings | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AgentBlueprint:
        """Create an agent blueprint.

        A blueprint says what an agent may do at most, who may start it, and how long its sessions last.

        Newer than the published description of the API: known from other clients only.

        Args:
            name: The name people see.
            description: What the agent is for.
            permissions: The slugs of the permissions a session can have at most. Each must exist in the
                environment.
            invocable_by: Who may start sessions.
            invocable_as: How sessions may be started.
            session_settings: How long sessions and tokens last.

        Returns:
            The new blueprint.
        """
        return self._requestor.call(
            _CREATE_BLUEPRINT,
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

    def get_blueprint(self, agent_blueprint_id: str, *, options: RequestOptions | None = None) -> AgentBlueprint:
        """Get an agent blueprint.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_blueprint_id: The id of the agent blueprint.

        Returns:
            The blueprint.
        """
        return self._requestor.call(_GET_BLUEPRINT, path={"agent_blueprint_id": agent_blueprint_id}, options=options)

    def delete_blueprint(self, agent_blueprint_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an agent blueprint.

        Its instances and their sessions go with it.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_blueprint_id: The id of the agent blueprint.
        """
        return self._requestor.call(_DELETE_BLUEPRINT, path={"agent_blueprint_id": agent_blueprint_id}, options=options)

    def update_blueprint(
        self,
        agent_blueprint_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        description: str | None | NotGiven = NOT_GIVEN,
        permissions: Sequence[str] | NotGiven = NOT_GIVEN,
        invocable_by: AgentBlueprintInvocableByInput | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        invocable_as: AgentBlueprintInvocableAsInput | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        session_settings: AgentSessionSettingsInput | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AgentBlueprint:
        """Change an agent blueprint.

        What is left out stays as it is, also inside `invocable_by`, `invocable_as` and `session_settings`. A list
        that is given replaces the old one as a whole.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_blueprint_id: The id of the agent blueprint.
            name: The name people see.
            description: What the agent is for. `None` removes it.
            permissions: The slugs of the permissions a session can have at most. Each must exist in the
                environment.
            invocable_by: Who may start sessions.
            invocable_as: How sessions may be started.
            session_settings: How long sessions and tokens last.

        Returns:
            The blueprint after the change.
        """
        return self._requestor.call(
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

    def create_blueprint_token(
        self,
        agent_blueprint_id: str,
        *,
        type: AgentTokenGrantType,
        user_access_token: str | NotGiven = NOT_GIVEN,
        organization_id: str | NotGiven = NOT_GIVEN,
        agent_access_token: str | NotGiven = NOT_GIVEN,
        refresh_token: str | NotGiven = NOT_GIVEN,
        intent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AgentToken:
        """Create an access token for an agent.

        Which arguments are needed depends on `type`: `user_access_token` for `user_delegated`, `organization_id`
        for `autonomous`, `agent_access_token` for `agent_delegated`, `refresh_token` for `refresh`. All but
        `refresh` start a session, and create the agent instance where there is none yet.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_blueprint_id: The id of the agent blueprint.
            type: On what grounds the agent gets a token.
            user_access_token: The access token of the user the agent acts for. It also says which organization.
            organization_id: The id of the organization in which the agent acts as itself.
            agent_access_token: An access token that the agent has from the same blueprint. The new session is
                of the same instance; its permissions are worked out anew.
            refresh_token: The refresh token that came with the last access token. It can be used once.
            intent: Why the token is needed, in your own words. It becomes the `text` of the `intent` claim.

        Returns:
            The tokens.
        """
        return self._requestor.call(
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
            options=options,
        )

    def validate_blueprint_token(
        self, agent_blueprint_id: str, *, agent_access_token: str, options: RequestOptions | None = None
    ) -> AgentTokenValidation:
        """Check an access token of an agent.

        The signature, the blueprint and the session are checked. A token that is not valid is an error, unlike in
        the other checks of credentials.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_blueprint_id: The id of the agent blueprint.
            agent_access_token: The access token (a JWT) as the agent sent it.

        Returns:
            What the token stands for.
        """
        return self._requestor.call(
            _VALIDATE_BLUEPRINT_TOKEN,
            path={"agent_blueprint_id": agent_blueprint_id},
            body={"agent_access_token": agent_access_token},
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
        """List the agent instances of the environment.

        Instances come into being when tokens are created; there is no other way to create one.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: Only those that act in this organization.
            agent_blueprint_id: Only those made from this blueprint.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
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

    def get_instance(self, agent_instance_id: str, *, options: RequestOptions | None = None) -> AgentInstance:
        """Get an agent instance.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_instance_id: The id of the agent instance.

        Returns:
            The instance.
        """
        return self._requestor.call(_GET_INSTANCE, path={"agent_instance_id": agent_instance_id}, options=options)

    def delete_instance(self, agent_instance_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an agent instance.

        Its sessions go with it, and their refresh tokens stop working.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_instance_id: The id of the agent instance.
        """
        return self._requestor.call(_DELETE_INSTANCE, path={"agent_instance_id": agent_instance_id}, options=options)

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
        """List the agent instance sessions of the environment.

        Sessions begin when tokens are created.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: Only sessions of instances that act in this organization.
            agent_blueprint_id: Only sessions of instances made from this blueprint.
            agent_instance_id: Only sessions of this instance.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
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

    def get_session(
        self, agent_instance_session_id: str, *, options: RequestOptions | None = None
    ) -> AgentInstanceSession:
        """Get an agent instance session.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_instance_session_id: The id of the agent instance session.

        Returns:
            The session.
        """
        return self._requestor.call(
            _GET_SESSION, path={"agent_instance_session_id": agent_instance_session_id}, options=options
        )

    def revoke_session(
        self, agent_instance_session_id: str, *, options: RequestOptions | None = None
    ) -> AgentInstanceSession:
        """Revoke an agent instance session.

        Its refresh token and all its access tokens stop working. Revoking it a second time changes nothing; a
        session that has expired stays `expired`, without `revoked_at`.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_instance_session_id: The id of the agent instance session.

        Returns:
            The session.
        """
        return self._requestor.call(
            _REVOKE_SESSION, path={"agent_instance_session_id": agent_instance_session_id}, options=options
        )

    def link_claim_attempt_to_external_user(
        self,
        *,
        claim_attempt_token: str,
        user: AgentClaimUser | Mapping[str, Any],
        organization_id: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> AgentClaimAttempt:
        """Say which of your users wants to claim an agent.

        The user is looked up by `external_id` and created where there is none. Pass the `user_code` of the answer
        on to the user: with it the agent completes the claim. Somebody who is in several organizations needs
        `organization_id`; without it the request is a conflict with the code `organization_selection_required`, and
        the body of the error lists the `organizations`. A claim or a user code that has expired is answered with
        410.

        Only for accounts with the feature `agent-auth-public-api`.

        Args:
            claim_attempt_token: The token of the claim attempt.
            user: The user who claims the agent.
            organization_id: The id of the organization the agent shall belong to. Needed when the user is in
                several.

        Returns:
            The claim, with the code for the agent.

        Raises:
            BadRequestError: `code` or `error` is `invalid_request`, `invalid_claim`, `invalid_organization`,
                `email_mismatch` or `wrong_account`.
            PermissionDeniedError: `code` or `error` is `claim_denied` or `auth_method_disabled`.
            ConflictError: `code` or `error` is `organization_selection_required`, `email_already_in_use` or
                `already_claimed`.
            APIError: `code` or `error` is `claim_expired` or `user_code_expired`.
        """
        return self._requestor.call(
            _LINK_CLAIM_ATTEMPT_TO_EXTERNAL_USER,
            body={
                "type": "link_external_user",
                "claim_attempt_token": claim_attempt_token,
                "user": user,
                "organization_id": organization_id,
            },
            options=options,
        )

    def validate_api_key_credential(
        self, *, credential: str, options: RequestOptions | None = None
    ) -> AgentCredentialValidation:
        """Check an API key that an agent sent you.

        A credential that is not valid is no error: `valid` in the answer is then false. Nothing is used up or
        changed by the check. For the API keys of people and organizations there is `api_keys.validate_api_key`.

        Only for accounts with the feature `agent-auth-public-api`.

        Args:
            credential: The API key as the agent sent it.

        Returns:
            The result of the check.

        Raises:
            BadRequestError: `code` or `error` is `invalid_request`.
        """
        return self._requestor.call(
            _VALIDATE_API_KEY_CREDENTIAL, body={"type": "api_key", "credential": credential}, options=options
        )

    def validate_access_token_credential(
        self, *, credential: str, audience: str | NotGiven = NOT_GIVEN, options: RequestOptions | None = None
    ) -> AgentCredentialValidation:
        """Check an access token that an agent sent you.

        A credential that is not valid is no error: `valid` in the answer is then false. Nothing is used up or
        changed by the check.

        Only for accounts with the feature `agent-auth-public-api`.

        Args:
            credential: The access token (a JWT) as the agent sent it.
            audience: The resource the token must be issued for: when it is given, the `aud` claim of the token
                must name it.

        Returns:
            The result of the check.

        Raises:
            APIError: The same as `validate_api_key_credential`.
        """
        return self._requestor.call(
            _VALIDATE_ACCESS_TOKEN_CREDENTIAL,
            body={"type": "access_token", "credential": credential, "audience": audience},
            options=options,
        )

    def get_registration(
        self, agent_registration_id: str, *, options: RequestOptions | None = None
    ) -> AgentRegistration:
        """Get an agent registration.

        Only for accounts with the feature `agent-auth-public-api`.

        Args:
            agent_registration_id: The id of the agent registration.

        Returns:
            The registration.
        """
        return self._requestor.call(
            _GET_REGISTRATION, path={"agent_registration_id": agent_registration_id}, options=options
        )

    def revoke_registration(
        self, agent_registration_id: str, *, options: RequestOptions | None = None
    ) -> AgentRegistration:
        """Revoke an agent registration for good.

        All API keys and access tokens issued from it stop working, and the agent has to register again. Revoking it
        a second time changes nothing.

        Newer than the published description of the API: known from other clients only.

        Args:
            agent_registration_id: The id of the agent registration.

        Returns:
            The revoked registration.
        """
        return self._requestor.call(
            _REVOKE_REGISTRATION, path={"agent_registration_id": agent_registration_id}, options=options
        )
