# Generated from spec/ by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resources of the API as attributes of the client. The module of a resource is loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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
    """One attribute for each resource of the API."""

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    @cached_property
    def agents(self) -> Agents:
        """AI agents that act for your users: the credentials they registered for themselves, and the blueprints,
        instances and sessions you give them.
        """
        from workos_async.resources.agents import Agents

        return Agents(self._requestor)

    @cached_property
    def api_keys(self) -> ApiKeys:
        """API keys that your customers make to call your API. Your server checks them here. They are not the keys of
        your WorkOS account.
        """
        from workos_async.resources.api_keys import ApiKeys

        return ApiKeys(self._requestor)

    @cached_property
    def audit_logs(self) -> AuditLogs:
        """A record of who did what in your application, for your customers: send events, define what they look like,
        export them, set how long they are kept.
        """
        from workos_async.resources.audit_logs import AuditLogs

        return AuditLogs(self._requestor)

    @cached_property
    def authorization(self) -> Authorization:
        """Who may do what: roles, permissions, and the resources on which members and groups have roles."""
        from workos_async.resources.authorization import Authorization

        return Authorization(self._requestor)

    @cached_property
    def client_api(self) -> ClientApi:
        """Tokens for the Client API, the GraphQL API that browsers and apps call for one signed-in user."""
        from workos_async.resources.client_api import ClientApi

        return ClientApi(self._requestor)

    @cached_property
    def connect(self) -> Connect:
        """Connect applications: applications of your customers and partners that sign in users through WorkOS, or call
        your API, by OAuth.
        """
        from workos_async.resources.connect import Connect

        return Connect(self._requestor)

    @cached_property
    def directory_sync(self) -> DirectorySync:
        """Directories are your customers' employee systems. Their users and groups are copied here and kept up to
        date; everything but deleting a directory is reading.
        """
        from workos_async.resources.directory_sync import DirectorySync

        return DirectorySync(self._requestor)

    @cached_property
    def events(self) -> Events:
        """What happened in the environment and in the directories and identity providers behind it, in order, for
        keeping your own data in step.
        """
        from workos_async.resources.events import Events

        return Events(self._requestor)

    @cached_property
    def feature_flags(self) -> FeatureFlags:
        """Feature flags: switch features on for everybody, or for single organizations and users."""
        from workos_async.resources.feature_flags import FeatureFlags

        return FeatureFlags(self._requestor)

    @cached_property
    def groups(self) -> Groups:
        """Groups gather members of one organization, so that roles can be given to all of them at once."""
        from workos_async.resources.groups import Groups

        return Groups(self._requestor)

    @cached_property
    def mfa(self) -> Mfa:
        """A second factor for your own sign-in: enroll factors, send challenges, verify the codes people type in."""
        from workos_async.resources.mfa import Mfa

        return Mfa(self._requestor)

    @cached_property
    def organization_domains(self) -> OrganizationDomains:
        """Domains of organizations. A customer proves that a domain is theirs with a TXT record in its DNS."""
        from workos_async.resources.organization_domains import OrganizationDomains

        return OrganizationDomains(self._requestor)

    @cached_property
    def organizations(self) -> Organizations:
        """Organizations are your customers: companies whose people sign in together and share connections,
        directories, roles and domains.
        """
        from workos_async.resources.organizations import Organizations

        return Organizations(self._requestor)

    @cached_property
    def passwordless(self) -> Passwordless:
        """Sign-in links by e-mail (Magic Link) without AuthKit."""
        from workos_async.resources.passwordless import Passwordless

        return Passwordless(self._requestor)

    @cached_property
    def pipes(self) -> Pipes:
        """Pipes connects your users' accounts at other services: WorkOS runs the OAuth dance, keeps the tokens fresh
        and hands them to you.
        """
        from workos_async.resources.pipes import Pipes

        return Pipes(self._requestor)

    @cached_property
    def pipes_provider(self) -> PipesProvider:
        """How data integrations are set up for single organizations, where that differs from the environment."""
        from workos_async.resources.pipes_provider import PipesProvider

        return PipesProvider(self._requestor)

    @cached_property
    def platform_teams(self) -> PlatformTeams:
        """For platforms that create WorkOS teams on behalf of their customers."""
        from workos_async.resources.platform_teams import PlatformTeams

        return PlatformTeams(self._requestor)

    @cached_property
    def portal(self) -> Portal:
        """Links to the Admin Portal, where the IT people of your customer set up connections, directories and the like
        themselves.
        """
        from workos_async.resources.portal import Portal

        return Portal(self._requestor)

    @cached_property
    def radar(self) -> Radar:
        """Radar spots bots, stolen passwords and other abuse of sign-ins: ask it about sign-ins you run yourself, and
        keep its block and allow lists. Asking about attempts is in preview; WorkOS opens it for an account on
        request.
        """
        from workos_async.resources.radar import Radar

        return Radar(self._requestor)

    @cached_property
    def sso(self) -> Sso:
        """Single sign-on: send people to the identity provider of their company or to an OAuth provider, learn who
        came back, and manage the connections behind it.
        """
        from workos_async.resources.sso import Sso

        return Sso(self._requestor)

    @cached_property
    def user_management(self) -> UserManagement:
        """The people who sign in to your application: their accounts, memberships in organizations, sessions, and
        every way to sign in.
        """
        from workos_async.resources.user_management import UserManagement

        return UserManagement(self._requestor)

    @cached_property
    def vault(self) -> Vault:
        """Encrypted storage for small secrets of your customers, and keys for encrypting data yourself. The key
        context decides which keys protect an object, a customer's own keys included.
        """
        from workos_async.resources.vault import Vault

        return Vault(self._requestor)

    @cached_property
    def webhooks(self) -> Webhooks:
        """The URLs that WorkOS posts events to."""
        from workos_async.resources.webhooks import Webhooks

        return Webhooks(self._requestor)

    @cached_property
    def widgets(self) -> Widgets:
        """Tokens for Widgets, the ready-made components that let your users manage their own account and organization."""
        from workos_async.resources.widgets import Widgets

        return Widgets(self._requestor)
