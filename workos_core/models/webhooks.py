# Generated from spec/resources/webhooks.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of webhooks."""

from datetime import datetime
from typing import Literal, TypeAlias

from workos_core.serialization.model import Model, field, model

__all__ = [
    "WebhookEndpoint",
    "WebhookEndpointStatus",
    "WebhookEventType",
]

WebhookEndpointStatus: TypeAlias = (
    Literal[
        "enabled",
        "disabled",
    ]
    | str
)
"""Whether events are sent to an endpoint."""


@model
class WebhookEndpoint(Model):
    """An endpoint that WorkOS posts webhook events to."""

    object: Literal["webhook_endpoint"] = "webhook_endpoint"
    """Always `webhook_endpoint`."""
    id: str
    """The ID of the endpoint (`we_…`)."""
    endpoint_url: str
    """The URL of the endpoint."""
    secret: str = field(repr=False)
    """The secret that signs every request, for verifying the `WorkOS-Signature` header."""
    status: WebhookEndpointStatus
    """Whether events are sent to the endpoint."""
    events: list[str]
    """The event types that are sent to the endpoint."""
    created_at: datetime
    """When the endpoint was created."""
    updated_at: datetime
    """When the endpoint was last updated."""


WebhookEventType: TypeAlias = (
    Literal[
        "agent.registration.created",
        "agent.registration.claim.attempt.created",
        "agent.registration.claim.completed",
        "agent.registration.credential.issued",
        "agent.registration.deleted",
        "agent.registration.refreshed",
        "agent.registration.expired",
        "agent.registration.organization.switched",
        "agent.registration.revoked",
        "authentication.email_verification_succeeded",
        "authentication.magic_auth_failed",
        "authentication.magic_auth_succeeded",
        "authentication.mfa_succeeded",
        "authentication.oauth_failed",
        "authentication.oauth_succeeded",
        "authentication.password_failed",
        "authentication.password_succeeded",
        "authentication.passkey_failed",
        "authentication.passkey_succeeded",
        "authentication.sso_failed",
        "authentication.sso_started",
        "authentication.sso_succeeded",
        "authentication.sso_timed_out",
        "radar.challenge_created",
        "authentication.radar_risk_detected",
        "authentication.reauthentication_succeeded",
        "api_key.created",
        "api_key.revoked",
        "api_key.updated",
        "connection.activated",
        "connection.deactivated",
        "connection.saml_certificate_renewal_required",
        "connection.saml_certificate_renewed",
        "connection.deleted",
        "dsync.activated",
        "dsync.deleted",
        "dsync.group.created",
        "dsync.group.deleted",
        "dsync.group.updated",
        "dsync.group.user_added",
        "dsync.group.user_removed",
        "dsync.user.created",
        "dsync.user.deleted",
        "dsync.user.updated",
        "email_verification.created",
        "group.created",
        "group.deleted",
        "group.member_added",
        "group.member_removed",
        "group.updated",
        "flag.created",
        "flag.deleted",
        "flag.updated",
        "flag.rule_updated",
        "invitation.accepted",
        "invitation.created",
        "invitation.resent",
        "invitation.revoked",
        "magic_auth.created",
        "organization.created",
        "organization.deleted",
        "organization.updated",
        "organization_domain.created",
        "organization_domain.deleted",
        "organization_domain.updated",
        "organization_domain.verified",
        "organization_domain.verification_failed",
        "password_reset.created",
        "password_reset.succeeded",
        "user.created",
        "user.updated",
        "user.deleted",
        "organization_membership.created",
        "organization_membership.deleted",
        "organization_membership.updated",
        "role.created",
        "role.deleted",
        "role.updated",
        "organization_role.created",
        "organization_role.deleted",
        "organization_role.updated",
        "permission.created",
        "permission.deleted",
        "permission.updated",
        "pipes.connected_account.connected",
        "pipes.connected_account.connection_failed",
        "pipes.connected_account.disconnected",
        "pipes.connected_account.reauthorization_needed",
        "session.created",
        "session.revoked",
        "waitlist_user.approved",
        "waitlist_user.created",
        "waitlist_user.denied",
        "agent.blueprint.created",
        "agent.blueprint.updated",
        "agent.blueprint.deleted",
        "agent.instance.created",
        "agent.instance.deleted",
        "agent.instance.session.created",
        "agent.instance.session.revoked",
        "feature_flags.flag.created",
        "feature_flags.flag.updated",
        "feature_flags.flag.deleted",
        "feature_flags.flag_rule.created",
        "feature_flags.flag_rule.updated",
        "feature_flags.flag_rule.deleted",
        "feature_flags.flag_target.created",
        "feature_flags.flag_target.deleted",
        "pipes.account_connection.connected",
        "pipes.account_connection.add_failed",
        "pipes.account_connection.connection_failed",
        "pipes.account_connection.disconnected",
        "pipes.account_connection.reauthorization_needed",
    ]
    | str
)
"""An event type that webhook endpoints can subscribe to. Some event types are available only from the Events
API.
"""
