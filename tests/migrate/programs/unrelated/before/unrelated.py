"""Objects of other libraries whose methods have the same names: nothing here may change but the client."""

from typing import Any

from workos import WorkOSClient


class Organizations:
    def get_organization(self, id: str) -> str:
        return f"crm:{id}"

    def list_organizations(self, limit: int = 10) -> list[str]:
        return [str(limit)]


class CRM:
    def __init__(self) -> None:
        self.organizations = Organizations()
        self.multi_factor_auth = self.organizations


class HTTPError(Exception):
    def __init__(self, status_code: int) -> None:
        super().__init__(status_code)
        self.status_code = status_code


def both(client: WorkOSClient, crm: CRM, id: str) -> tuple[str, str]:
    return client.organizations.get_organization(id=id).name, crm.organizations.get_organization(id=id)


def other(crm: CRM) -> list[str]:
    try:
        raise HTTPError(404)
    except HTTPError as error:
        names = crm.organizations.list_organizations(limit=error.status_code)
    return [*names, *(name for name in crm.multi_factor_auth.list_organizations())]


def shadowed(client: Any) -> Any:
    def WorkOSClient() -> Any:  # not the class of the SDK
        return client

    return WorkOSClient().organizations.get_organization(id="1")


def reassigned(crm: CRM) -> str:
    client: Any = WorkOSClient()
    client = crm
    return str(client.organizations.get_organization(id="2"))
