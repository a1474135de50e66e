# Generated from tests/async_/resources/test_organizations.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
import pytest

from workos_core.models.organizations import OrganizationDomainData
from workos_sync import BadRequestError, NotFoundError, WorkOS


def test_create_and_get(workos: WorkOS) -> None:
    created = workos.organizations.create_organization(
        name="Ünï & Söhne",
        external_id="crm/7",
        metadata={"tier": "gold"},
        domain_data=[
            OrganizationDomainData(domain="example.com", state="verified"),
            {"domain": "example.org", "state": "pending"},
        ],
    )
    assert created.id.startswith("org_")
    assert (created.name, created.external_id, created.metadata) == ("Ünï & Söhne", "crm/7", {"tier": "gold"})
    assert {(domain.domain, domain.state) for domain in created.domains} == {
        ("example.com", "verified"),
        ("example.org", "pending"),
    }
    assert workos.organizations.get_organization(created.id) == created
    assert workos.organizations.get_organization_by_external_id("crm/7") == created


def test_update_keeps_omitted_fields_and_clears_those_set_to_none(workos: WorkOS) -> None:
    created = workos.organizations.create_organization(name="Acme", external_id="a", metadata={"k": "v"})
    renamed = workos.organizations.update_organization(created.id, name="Acme 2")
    assert (renamed.name, renamed.external_id, renamed.metadata) == ("Acme 2", "a", {"k": "v"})
    cleared = workos.organizations.update_organization(created.id, external_id=None, metadata=None)
    assert (cleared.name, cleared.external_id, cleared.metadata) == ("Acme 2", None, {})


def test_delete(workos: WorkOS) -> None:
    created = workos.organizations.create_organization(name="Acme")
    assert workos.organizations.delete_organization(created.id) is None  # type: ignore[func-returns-value]
    with pytest.raises(NotFoundError) as caught:
        workos.organizations.get_organization(created.id)
    assert caught.value.request_id


def test_filters_and_order(workos: WorkOS) -> None:
    for name, domain in [("one", "a.com"), ("two", "b.com"), ("three", "c.com")]:
        workos.organizations.create_organization(name=name, domain_data=[{"domain": domain, "state": "verified"}])
    organizations = workos.organizations.list_organizations(domains=["a.com", "c.com"], order="asc")
    assert [item.name for item in organizations] == ["one", "three"]
    newest = workos.organizations.list_organizations(limit=1).page()
    assert [item.name for item in newest.data] == ["three"]


def test_duplicate_external_id_is_a_typed_error(workos: WorkOS) -> None:
    workos.organizations.create_organization(name="one", external_id="same")
    with pytest.raises(BadRequestError) as caught:
        workos.organizations.create_organization(name="two", external_id="same")
    assert caught.value.code == "external_id_already_used"
    assert caught.value.status == 400


def test_domains(workos: WorkOS) -> None:
    organization = workos.organizations.create_organization(name="Acme")
    domain = workos.organization_domains.create(organization_id=organization.id, domain="acme.com")
    assert domain.state == "pending"
    assert (workos.organization_domains.verify(domain.id)).state == "verified"
    assert (workos.organization_domains.get(domain.id)).state == "verified"
    with pytest.raises(BadRequestError) as caught:
        workos.organization_domains.verify(domain.id)
    assert caught.value.code == "domain_already_verified"
    workos.organization_domains.delete(domain.id)
    with pytest.raises(NotFoundError):
        workos.organization_domains.get(domain.id)


def test_audit_log_configuration_and_applications(workos: WorkOS) -> None:
    organization = workos.organizations.create_organization(name="Acme")
    configuration = workos.organizations.get_audit_log_configuration(organization.id)
    assert configuration.organization_id == organization.id
    assert configuration.log_stream is None
    assert workos.organizations.list_authorized_applications(organization.id).collect() == []
