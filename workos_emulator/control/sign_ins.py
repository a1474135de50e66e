"""What the WorkOS dashboard, Radar and users do at sign-ins, over HTTP."""

from typing import Any

from workos_emulator.control.routes import ControlCall, route
from workos_emulator.http import schema_parts
from workos_emulator.http.schema_parts import NULLABLE_STRING, STRING, Schema, object_schema


def _without_organization(schema: Schema) -> Schema:
    fields = {name: field for name, field in schema["properties"].items() if name != "organization_id"}
    return object_schema(fields, *(name for name in schema["required"] if name != "organization_id"))


_POLICY = _without_organization(schema_parts.SIGN_IN_POLICY)
_DOMAIN_POLICY = _without_organization(schema_parts.DOMAIN_POLICY)
_ENTITLEMENTS = _without_organization(schema_parts.ENTITLEMENTS)


@route("GET", "/organizations/{id}/sign_in_policy", response=_POLICY)
def get_sign_in_policy(call: ControlCall) -> Any:
    """Get the sign-in policy of an organization."""
    organization = call.emulator.environment.state.organizations.require(call.path["id"])
    return {
        "sso_required": organization.sso_required,
        "mfa_required": organization.mfa_required,
        "methods": organization.sign_in_methods,
        "invitations_blocked": organization.invitations_blocked,
    }


@route("PUT", "/organizations/{id}/sign_in_policy", body=_POLICY, response=_POLICY)
def set_sign_in_policy(call: ControlCall) -> Any:
    """Set the sign-in policy of an organization. Fields that you omit are off, and methods that you omit are allowed to members."""
    call.emulator.seed.sign_in_policy(call.path["id"], **call.body)
    return get_sign_in_policy(call)


@route("GET", "/organizations/{id}/domain_policy", response=_DOMAIN_POLICY)
def get_domain_policy(call: ControlCall) -> Any:
    """Get the domain policy of an organization. `domains` is null if the policy includes all verified domains."""
    organization = call.emulator.environment.state.organizations.require(call.path["id"])
    return {
        "domains": organization.policy_domains,
        "jit_membership": organization.domain_jit_membership,
        "sso_required": organization.domain_sso_required,
    }


@route("PUT", "/organizations/{id}/domain_policy", body=_DOMAIN_POLICY, response=_DOMAIN_POLICY)
def set_domain_policy(call: ControlCall) -> Any:
    """Set the domain policy of an organization. Fields that you omit get their default: all domains, and everything on."""
    call.emulator.seed.domain_policy(call.path["id"], **call.body)
    return get_domain_policy(call)


@route("GET", "/organizations/{id}/entitlements", response=_ENTITLEMENTS)
def get_entitlements(call: ControlCall) -> Any:
    """Get the entitlements of an organization."""
    return {"names": call.emulator.environment.state.organizations.require(call.path["id"]).entitlements}


@route("PUT", "/organizations/{id}/entitlements", body=_ENTITLEMENTS, response=_ENTITLEMENTS)
def set_entitlements(call: ControlCall) -> Any:
    """Set the entitlements of an organization, which are claims of access tokens."""
    call.emulator.seed.entitlements(call.path["id"], call.body["names"])
    return get_entitlements(call)


@route(
    "POST",
    "/impersonations",
    body=schema_parts.IMPERSONATION,
    status=201,
    response=object_schema({"code": STRING}, "code"),
)
def start_impersonation(call: ControlCall) -> Any:
    """Impersonate a user. The response has the authorization code that the browser would bring to the redirect URI."""
    return {"code": call.emulator.seed.impersonation(**call.body)}


_DEVICE_CODE = object_schema({"device_code": STRING, "user_code": STRING}, "device_code", "user_code")
_APPROVAL = object_schema({"user_id": STRING, "organization_id": NULLABLE_STRING}, "user_id")


@route("POST", "/devices", body=schema_parts.DEVICE, status=201, response=_DEVICE_CODE)
def create_device(call: ControlCall) -> Any:
    """Start the sign-in of a device, approved by a user, denied or undecided."""
    return call.emulator.seed.device(**call.body)


@route("POST", "/devices/{user_code}/approve", body=_APPROVAL, status=204)
def approve_device(call: ControlCall) -> Any:
    """Approve, as a user, the sign-in of the device that shows this code."""
    call.emulator.seed.approve_device(call.path["user_code"], **call.body)


@route("POST", "/devices/{user_code}/deny", status=204)
def deny_device(call: ControlCall) -> Any:
    """Deny the sign-in of the device that shows this code."""
    call.emulator.seed.deny_device(call.path["user_code"])


@route("POST", "/radar_challenges", body=schema_parts.RADAR_CHALLENGE, status=204)
def create_radar_challenge(call: ControlCall) -> Any:
    """Make Radar challenge the sign-ins of a user with a code until one succeeds."""
    call.emulator.seed.radar_challenge(**call.body)


@route("POST", "/radar_assessments", body=schema_parts.RADAR_ASSESSMENT, status=204)
def create_radar_assessment(call: ControlCall) -> Any:
    """Set the assessment of the next attempt, of any email address or of one. Further calls set the assessments of the attempts after it."""
    call.emulator.seed.radar_assessment(**call.body)


@route("POST", "/radar_locations", body=schema_parts.RADAR_LOCATION, status=204)
def create_radar_location(call: ControlCall) -> Any:
    """Set where an IP address, or a range of them, is."""
    call.emulator.seed.radar_location(**call.body)
