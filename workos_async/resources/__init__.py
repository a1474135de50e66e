# Generated from spec/ by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Resource clients as attributes of the client, imported lazily: accessing one imports its module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_core.resource_property import resource_property

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_async.resources.agents import Agents
    from workos_async.resources.api_keys import ApiKeys
    from workos_async.resources.audit_logs import AuditLogs
    from workos_async.resources.authorization import Authorization
    from workos_async.resources.client_api import ClientApi
    from workos_async.resources.connect import Connect
    from workos_async.resources.directory_sync import DirectorySync
    from workos_async.resources.events import Events
    from workos_async.resources.feature_flags import FeatureFlags
    from workos_async.resources.groups import Groups
    from workos_async.resources.mfa import Mfa
    from workos_async.resources.organization_domains import OrganizationDomains
    from workos_async.resources.organizations import Organizations
    from workos_async.resources.passwordless import Passwordless
    from workos_async.resources.pipes import Pipes
    from workos_async.resources.pipes_provider import PipesProvider
    from workos_async.resources.platform_teams import PlatformTeams
    from workos_async.resources.portal import Portal
    from workos_async.resources.radar import Radar
    from workos_async.resources.sso import Sso
    from workos_async.resources.user_management import UserManagement
    from workos_async.resources.vault import Vault
    from workos_async.resources.webhooks import Webhooks
    from workos_async.resources.widgets import Widgets


class Resources:
    """One resource client per resource of the API."""

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    @resource_property
    def agents(self) -> Agents:
        """AI agents that act for your users: the registrations and credentials that agents obtain for themselves, and
        the blueprints, instances and sessions that you give them.
        """
        from workos_async.resources.agents import Agents

        return Agents(self._requestor)

    @resource_property
    def api_keys(self) -> ApiKeys:
        """API keys that your customers create to call your API. Your server validates them with this resource. They
        are not the API keys of your WorkOS account.
        """
        from workos_async.resources.api_keys import ApiKeys

        return ApiKeys(self._requestor)

    @resource_property
    def audit_logs(self) -> AuditLogs:
        """Audit logs, a record of the actions in your application for your customers. Send events, define their
        schemas, export them, and set how long they are retained.
        """
        from workos_async.resources.audit_logs import AuditLogs

        return AuditLogs(self._requestor)

    @resource_property
    def authorization(self) -> Authorization:
        """Roles, permissions, resources and role assignments, and access checks on resources."""
        from workos_async.resources.authorization import Authorization

        return Authorization(self._requestor)

    @resource_property
    def client_api(self) -> ClientApi:
        """Tokens for the Client API, the GraphQL API that browsers and apps call on behalf of one signed-in user."""
        from workos_async.resources.client_api import ClientApi

        return ClientApi(self._requestor)

    @resource_property
    def connect(self) -> Connect:
        """Connect applications: applications of your customers and partners that use OAuth to sign users in through
        WorkOS or to call your API.
        """
        from workos_async.resources.connect import Connect

        return Connect(self._requestor)

    @resource_property
    def directory_sync(self) -> DirectorySync:
        """Directories of your customers, such as HR systems and SCIM providers. WorkOS syncs their users and groups
        and keeps them up to date. Apart from deleting and syncing a directory, this resource is read-only.
        """
        from workos_async.resources.directory_sync import DirectorySync

        return DirectorySync(self._requestor)

    @resource_property
    def events(self) -> Events:
        """An ordered stream of events in your environment and in its connected directories and identity providers. Use
        it to keep your own data in sync.
        """
        from workos_async.resources.events import Events

        return Events(self._requestor)

    @resource_property
    def feature_flags(self) -> FeatureFlags:
        """Feature flags, which turn features on for everyone or for individual organizations and users."""
        from workos_async.resources.feature_flags import FeatureFlags

        return FeatureFlags(self._requestor)

    @resource_property
    def groups(self) -> Groups:
        """Groups of members of an organization. Assign a role to a group to give it to all members at once."""
        from workos_async.resources.groups import Groups

        return Groups(self._requestor)

    @resource_property
    def mfa(self) -> Mfa:
        """Multi-factor authentication for your own sign-in. Enroll factors, create challenges, and verify the codes
        that users enter.
        """
        from workos_async.resources.mfa import Mfa

        return Mfa(self._requestor)

    @resource_property
    def organization_domains(self) -> OrganizationDomains:
        """Domains of organizations. Customers verify that they own a domain with a TXT record in its DNS."""
        from workos_async.resources.organization_domains import OrganizationDomains

        return OrganizationDomains(self._requestor)

    @resource_property
    def organizations(self) -> Organizations:
        """The organizations of your application: your customers, whose users sign in together and share connections,
        directories, roles and domains.
        """
        from workos_async.resources.organizations import Organizations

        return Organizations(self._requestor)

    @resource_property
    def passwordless(self) -> Passwordless:
        """Magic Link sign-in by email, without AuthKit."""
        from workos_async.resources.passwordless import Passwordless

        return Passwordless(self._requestor)

    @resource_property
    def pipes(self) -> Pipes:
        """Pipes, the connected accounts of your users and their organizations at third-party providers. WorkOS
        performs the OAuth flow, refreshes the tokens and returns them to your application.
        """
        from workos_async.resources.pipes import Pipes

        return Pipes(self._requestor)

    @resource_property
    def pipes_provider(self) -> PipesProvider:
        """Data integration configurations of individual organizations, where they differ from the environment."""
        from workos_async.resources.pipes_provider import PipesProvider

        return PipesProvider(self._requestor)

    @resource_property
    def platform_teams(self) -> PlatformTeams:
        """WorkOS teams that a platform creates on behalf of its customers."""
        from workos_async.resources.platform_teams import PlatformTeams

        return PlatformTeams(self._requestor)

    @resource_property
    def portal(self) -> Portal:
        """Links to the Admin Portal, where your customers' IT administrators set up connections, directories and
        similar features themselves.
        """
        from workos_async.resources.portal import Portal

        return Portal(self._requestor)

    @resource_property
    def radar(self) -> Radar:
        """Radar detects bots, stolen passwords and other abuse of sign-ins. Assess sign-ins that you handle yourself,
        and manage the block and allow lists. Assessing attempts is in preview; WorkOS enables it for an account on
        request.
        """
        from workos_async.resources.radar import Radar

        return Radar(self._requestor)

    @resource_property
    def sso(self) -> Sso:
        """Single sign-on (SSO): redirect users to their organization's identity provider or to an OAuth provider, get
        the profile of the user who signed in, and manage connections.
        """
        from workos_async.resources.sso import Sso

        return Sso(self._requestor)

    @resource_property
    def user_management(self) -> UserManagement:
        """The users of your application, their organization memberships, sessions, and authentication methods."""
        from workos_async.resources.user_management import UserManagement

        return UserManagement(self._requestor)

    @resource_property
    def vault(self) -> Vault:
        """Encrypted storage for small secrets of your customers, and data keys for encrypting data yourself. The key
        context determines which keys protect an object, including customer-managed keys (BYOK).
        """
        from workos_async.resources.vault import Vault

        return Vault(self._requestor)

    @resource_property
    def webhooks(self) -> Webhooks:
        """The endpoints that WorkOS posts webhook events to."""
        from workos_async.resources.webhooks import Webhooks

        return Webhooks(self._requestor)

    @resource_property
    def widgets(self) -> Widgets:
        """Tokens for Widgets, the prebuilt components that let your users manage their account and organization."""
        from workos_async.resources.widgets import Widgets

        return Widgets(self._requestor)
