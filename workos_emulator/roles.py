"""The roles of the environment."""

from collections.abc import Iterable


class Roles:
    """Role slugs with their permissions. `member`, the default, and `admin` are always there."""

    DEFAULT = "member"

    def __init__(self) -> None:
        self._permissions: dict[str, tuple[str, ...]] = {self.DEFAULT: (), "admin": ()}

    def __contains__(self, slug: object) -> bool:
        return slug in self._permissions

    def set(self, slug: str, permissions: Iterable[str] = ()) -> None:
        """Create a role, or replace the permissions of one."""
        self._permissions[slug] = tuple(permissions)

    def permissions(self, slugs: Iterable[str]) -> list[str]:
        """The permissions of some roles together, without duplicates."""
        return list(dict.fromkeys(name for slug in slugs for name in self._permissions.get(slug, ())))
