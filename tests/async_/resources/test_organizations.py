import pytest

from workos_async import BadRequestError, NotFoundError, WorkOS
from workos_core.models.organizations import OrganizationDomainData


async def test_create_and_get(workos: WorkOS) -> None:
    created = await workos.organizations.create_organization(
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
    assert await workos.organizations.get_organization(created.id) == created
    assert await workos.organizations.get_organization_by_external_id("crm/7") == created


async def test_update_keeps_omitted_fields_and_clears_those_set_to_none(workos: WorkOS) -> None:
    created = await workos.organizations.create_organization(name="Acme", external_id="a", metadata={"k": "v"})
    renamed = await workos.organizations.update_organization(created.id, name="Acme 2")
    assert (renamed.name, renamed.external_id, renamed.metadata) == ("Acme 2", "a", {"k": "v"})
    cleared = await workos.organizations.update_organization(created.id, external_id=None, metadata=None)
    assert (cleared.name, cleared.external_id, cleared.metadata) == ("Acme 2", None, {})


async def test_delete(workos: WorkOS) -> None:
    created = await workos.organizations.create_organization(name="Acme")
    assert await workos.organizations.delete_organization(created.id) is None  # type: ignore[func-returns-value]
    with pytest.raises(NotFoundError) as caught:
        await workos.organizations.get_organization(created.id)
    assert caught.value.request_id


async def test_filters_and_order(workos: WorkOS) -> None:
    for name, domain in [("one", "a.com"), ("two", "b.com"), ("three", "c.com")]:
        await workos.organizations.create_organization(name=name, domain_data=[{"domain": domain, "state": "verified"}])
    organizations = workos.organizations.list_organizations(domains=["a.com", "c.com"], order="asc")
    assert [item.name async for item in organizations] == ["one", "three"]
    newest = await workos.organizations.list_organizations(limit=1).page()
    assert [item.name for item in newest.data] == ["three"]


async def test_duplicate_external_id_is_a_typed_error(workos: WorkOS) -> None:
    await workos.organizations.create_organization(name="one", external_id="same")
    with pytest.raises(BadRequestError) as caught:
        await workos.organizations.create_organization(name="two", external_id="same")
    assert caught.value.code == "external_id_already_used"
    assert caught.value.status == 400


async def test_domains(workos: WorkOS) -> None:
    organization = await workos.organizations.create_organization(name="Acme")
    domain = await workos.organization_domains.create(organization_id=organization.id, domain="acme.com")
    assert domain.state == "pending"
    assert (await workos.organization_domains.verify(domain.id)).state == "verified"
    assert (await workos.organization_domains.get(domain.id)).state == "verified"
    with pytest.raises(BadRequestError) as caught:
        await workos.organization_domains.verify(domain.id)
    assert caught.value.code == "domain_already_verified"
    await workos.organization_domains.delete(domain.id)
    with pytest.raises(NotFoundError):
        await workos.organization_domains.get(domain.id)


async def test_audit_log_configuration_and_applications(workos: WorkOS) -> None:
    organization = await workos.organizations.create_organization(name="Acme")
    configuration = await workos.organizations.get_audit_log_configuration(organization.id)
    assert configuration.organization_id == organization.id
    assert configuration.log_stream is None
    assert await workos.organizations.list_authorized_applications(organization.id).collect() == []
