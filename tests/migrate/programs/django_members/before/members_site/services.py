"""The members of an organization."""

from __future__ import annotations

from dataclasses import dataclass

from workos import ConflictError, WorkOSClient
from workos.types.user_management import User
from workos.user_management.models import EmailVerification, Invitation

__all__ = ["EmailVerification", "Invitation", "Members", "User"]


@dataclass
class Members:
    client: WorkOSClient
    organization_id: str

    def emails(self) -> list[str]:
        return [self.user(item.user_id).email for item in self._memberships()]

    def _memberships(self) -> list[Membership]:
        page = self.client.organization_membership.list_organization_memberships(
            organization_id=self.organization_id
        )
        return [Membership(item.user_id, item.status) for item in page.data]

    def user(self, user_id: str) -> User:
        return self.client.user_management.get_user(user_id)

    def add(self, user_id: str) -> bool:
        try:
            self.client.organization_membership.create_organization_membership(
                user_id=user_id, organization_id=self.organization_id
            )
        except ConflictError as error:
            print(error.code, error.status_code)
            return False
        return True


@dataclass
class Membership:
    user_id: str
    status: str
