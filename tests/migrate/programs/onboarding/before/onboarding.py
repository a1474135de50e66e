# -*- coding: utf-8 -*-
"""Creates a customer: organization, first user, membership and invitations."""
from __future__ import annotations

import logging
import os
from typing import Optional

from workos import (
    AuthorizationError,
    BadRequestError,
    ConflictError,
    UnprocessableEntityError,
    WorkOSClient,
)
from workos.organizations.models import Organization, OrganizationDomainData
from workos.user_management import PasswordPlaintext, RoleSingle

logger = logging.getLogger(__name__)


def get_client() -> WorkOSClient:
    return WorkOSClient(
        api_key=os.environ["WORKOS_API_KEY"],
        client_id=os.environ["WORKOS_CLIENT_ID"],
        max_retries=1,
    )


def create_customer(
    name: str, email: str, password: str, external_id: Optional[str] = None
) -> Organization:
    client = get_client()
    organization = client.organizations.create_organization(
        name=name,
        external_id=external_id,
        request_options={"idempotency_key": f"customer-{name}", "timeout": 10},
    )
    user = client.user_management.create_user(
        email=email,
        first_name=None,
        password=PasswordPlaintext(password=password),
        email_verified=True,
    )
    client.user_management.create_organization_membership(
        user_id=user.id,
        organization_id=organization.id,
        role=RoleSingle(role_slug="admin"),
    )
    return organization


def rename(organization_id: str, name: str) -> bool:
    try:
        get_client().organizations.update_organization(organization_id, name=name)
    except (AuthorizationError, BadRequestError, ConflictError) as error:
        logger.error("rejected: %s %s %s", error.status_code, error.code, error.request_id)
        return False
    except UnprocessableEntityError as e:
        logger.error("invalid: %s", e.errors)
        return False
    return True


def invite(email: str, organization: Organization) -> str:
    client = get_client()
    invitation = client.user_management.send_invitation(
        email=email, organization_id=organization.id, role_slug="member"
    )
    return invitation.state
