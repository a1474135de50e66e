"""The page of an identity provider that does not exist: whoever it is told signs in."""

from workos_emulator.api import users
from workos_emulator.api.sso import profiles
from workos_emulator.auth import authentication_events, email_addresses, invitations
from workos_emulator.auth.hosted_flows import page_url
from workos_emulator.http.messages import Response
from workos_emulator.pages import flows, html
from workos_emulator.pages.page_request import StopError, Visit, see
from workos_emulator.pages.registry import page
from workos_emulator.storage.objects.hosted_flows import HostedFlow
from workos_emulator.storage.objects.sso import Connection, Profile
from workos_emulator.storage.objects.users import Identity, User
from workos_emulator.storage.state import State, fold

# Identities have another spelling than authorization URLs.
_SPELLINGS = {"GitHubOAuth": "GithubOAuth"}


@page("/provider")
def provider(visit: Visit) -> Response:
    """Ask who signs in; people whom the connection knows have a button each."""
    flow, state = visit.flow(), visit.state
    connection = state.sso.connections.get(flow.connection_id or "")
    name = visit.query.get("provider") or flow.parameters.get("provider", "")
    if connection is None and name not in (flow.parameters.get("provider"), *state.settings.authkit_providers):
        raise StopError("There is no such provider", "Go back to the app and begin again.", 404)
    known = state.sso.profiles.group("connection", connection.id) if connection else []
    wrong = ""
    if visit.posted:
        if "deny" in visit.form:
            state.hosted.flows.remove(flow.id)
            if connection is not None:
                error = {"code": "access_denied", "message": "The identity provider said no."}
                authentication_events.sso(
                    state, "failed", connection, visit.request, flow.parameters.get("login_hint"), error
                )
            return flows.back(flow, {"error": "access_denied", "error_description": "The identity provider said no."})
        email = visit.form.get("known") or visit.form.get("email", "").strip()
        if email_addresses.is_email(email):
            names = {key: visit.form.get(key, "").strip() or None for key in ("first_name", "last_name")}
            if connection is not None:
                return _through(visit, flow, connection, email, names)
            return flows.proved(visit, flow, _user(state, email, name, names), name)
        wrong = "Enter an e-mail address, such as ada@example.com."
    title = connection.name if connection else name.removesuffix("OAuth")
    return visit.show(
        f"Sign in at {title}",
        html.paragraph("This page stands for the identity provider. It asks for no password: say who signs in."),
        html.form(
            flow.csrf, *(html.button(f"Continue as {p.email}", name="known", value=p.email, plain=True) for p in known)
        )
        if known
        else "",
        html.form(
            flow.csrf,
            html.field(
                "email",
                "E-mail address",
                type="email",
                value=visit.form.get("email", flow.parameters.get("login_hint", "")),
                error=wrong,
                autocomplete="username",
                focus=True,
            ),
            html.field(
                "first_name",
                "First name",
                value=visit.form.get("first_name", ""),
                autocomplete="given-name",
                required=False,
            ),
            html.field(
                "last_name",
                "Last name",
                value=visit.form.get("last_name", ""),
                autocomplete="family-name",
                required=False,
            ),
            html.button("Continue"),
            html.button("Refuse", name="deny", value="yes", plain=True),
        ),
        problem=bool(wrong),
    )


@page("/sso")
def sso(visit: Visit) -> Response:
    """Ask for the e-mail address, whose domain leads to the connection of an organization."""
    flow, state = visit.flow(), visit.state
    email, problem = visit.form.get("email", flow.parameters.get("login_hint", "")).strip(), ""
    if visit.posted:
        domain = state.domains.find("domain", fold(email.rpartition("@")[2]))
        connections = state.sso.connections.group("organization", domain.organization_id) if domain else []
        active = [connection for connection in connections if connection.state == "active"]
        if active:
            flow.connection_id = active[0].id
            flow.parameters["login_hint"] = email
            authentication_events.sso(state, "started", active[0], visit.request, email)
            return see("/provider", flow)
        problem = "No organization with this domain signs in through SSO."
    return visit.show(
        "Sign in through your organization",
        html.form(
            flow.csrf,
            html.field(
                "email", "E-mail address", type="email", value=email, error=problem, autocomplete="username", focus=True
            ),
            html.button("Continue"),
        ),
        html.links({"Back": page_url("/sign-in", flow)}),
        problem=bool(problem),
    )


def _through(
    visit: Visit, flow: HostedFlow, connection: Connection, email: str, names: dict[str, str | None]
) -> Response:
    """Back to the app with a code for the profile, or on with the user whom the profile stands for."""
    state = visit.state
    profile = state.sso.profiles.find("email", (connection.id, fold(email)))
    if profile is None:
        profile = profiles.add(state, connection.id, email, **names)
    if flow.parameters.get("kind") == "sso":
        code = profiles.issue_code(state, profile, flow.parameters.get("code_challenge"))
        authentication_events.sso(state, "succeeded", connection, visit.request, profile.email)
        state.hosted.flows.remove(flow.id)
        return flows.back(flow, {"code": code.id})
    return flows.proved(visit, flow, _member(state, connection, profile), "SSO", connection.organization_id)


def _member(state: State, connection: Connection, profile: Profile) -> User:
    user = state.users.find("email", fold(profile.email)) or users.new(
        state, profile.email, email_verified=True, first_name=profile.first_name, last_name=profile.last_name
    )
    organization_id = connection.organization_id
    if organization_id is not None and state.memberships.find("pair", (user.id, organization_id)) is None:
        invitations.join(state, user, organization_id, None, "active")
    return user


def _user(state: State, email: str, provider: str, names: dict[str, str | None]) -> User:
    """The user with this address, who has an account at the provider from then on."""
    user = state.users.find("email", fold(email))
    if user is None:
        if not state.settings.sign_up_enabled:
            raise StopError("Signing up is not enabled", f"There is no account for {email}.")
        user = users.new(state, email, email_verified=True, **names)
    provider = _SPELLINGS.get(provider, provider)
    if all(identity.provider != provider for identity in state.identities.group("user", user.id)):
        now = state.now()
        state.identities.add(
            Identity(
                id=state.ids.new("identity"),
                user_id=user.id,
                idp_id=state.ids.secret(21),
                provider=provider,
                created_at=now,
                updated_at=now,
            )
        )
    return user
