"""The members of an organization."""

from __future__ import annotations

from dataclasses import dataclass

from workos_core.models import EmailVerification, Invitation, User
from workos_sync import ConflictError, WorkOS

__all__ = ["EmailVerification", "Invitation", "Members", "User"]


@dataclass
class Members:
    client: WorkOS
    organization_id: str

    def emails(self) -> list[str]:
        return [self.user(item.user_id).email for item in self._memberships()]

    def _memberships(self) -> list[Membership]:
        page = self.client.user_management.list_organization_memberships(
            organization_id=self.organization_id
        ).page()
        return [Membership(item.user_id, item.status) for item in page.data]

    def user(self, user_id: str) -> User:
        return self.client.user_management.get_user(user_id)

    def add(self, user_id: str) -> bool:
        try:
            self.client.user_management.create_organization_membership(
                user_id=user_id, organization_id=self.organization_id
            )
        except ConflictError as error:
            print(error.code, error.status)
            return False
        return True


@dataclass
class Membership:
    user_id: str
    status: str
