"""Items 231 to 246: directories, their users and groups, organization domains."""

from workos_core import models

from ..bodies import DIRECTORY, DIRECTORY_GROUP, DIRECTORY_USER, DOMAIN, EVENT, page
from ..sdk import SDK
from .base import Listed, Table

rows = Table()


@rows.check(231, "directory changes emit events")
def _(sdk: SDK) -> None:
    call = sdk.call("events.list_events", events=["dsync.group.created"], responses=[page(EVENT)])
    assert type(call.result.data[0]) is models.DsyncGroupCreatedEvent
    assert call.result.data[0].data.name == DIRECTORY_GROUP["name"]


rows.object(232, "directory", "directory", models.Directory, "directory_sync.get_directory", ("directory_1",))
rows.call(
    233,
    "get a directory",
    "directory_sync.get_directory",
    ("directory_1",),
    {},
    "GET /directories/directory_1",
    models.Directory,
    DIRECTORY,
)
rows.call(
    234,
    "list directories",
    "directory_sync.list_directories",
    (),
    {"organization_id": "org_1", "search": "foo corp"},
    "GET /directories?organization_id=org_1&search=foo%20corp",
    Listed(models.Directory),
    DIRECTORY,
)
rows.call(
    235,
    "delete a directory",
    "directory_sync.delete_directory",
    ("directory_1",),
    {},
    "DELETE /directories/directory_1",
    None,
    status=202,
)
rows.object(
    236,
    "directory user",
    "directory_user",
    models.DirectoryUser,
    "directory_sync.get_user",
    ("directory_user_1",),
)
rows.call(
    237,
    "get a directory user",
    "directory_sync.get_user",
    ("directory_user_1",),
    {},
    "GET /directory_users/directory_user_1",
    models.DirectoryUser,
    DIRECTORY_USER,
)
rows.call(
    238,
    "list directory users",
    "directory_sync.list_users",
    (),
    {"directory": "directory_1", "group": "directory_group_1"},
    "GET /directory_users?directory=directory_1&group=directory_group_1",
    Listed(models.DirectoryUser),
    DIRECTORY_USER,
)
rows.object(
    239,
    "directory group",
    "directory_group",
    models.DirectoryGroup,
    "directory_sync.get_group",
    ("directory_group_1",),
)
rows.call(
    240,
    "get a directory group",
    "directory_sync.get_group",
    ("directory_group_1",),
    {},
    "GET /directory_groups/directory_group_1",
    models.DirectoryGroup,
    DIRECTORY_GROUP,
)
rows.call(
    241,
    "list directory groups",
    "directory_sync.list_groups",
    (),
    {"directory": "directory_1", "user": "directory_user_1"},
    "GET /directory_groups?directory=directory_1&user=directory_user_1",
    Listed(models.DirectoryGroup),
    DIRECTORY_GROUP,
)

rows.documented(
    242, "a DNS record verifies the ownership of a domain", "organization_domains", "with a TXT record in its DNS"
)
rows.object(
    243,
    "organization domain",
    "organization_domain",
    models.OrganizationDomain,
    "organization_domains.get",
    ("org_domain_1",),
)
rows.call(
    244,
    "get an organization domain",
    "organization_domains.get",
    ("org_domain_1",),
    {},
    "GET /organization_domains/org_domain_1",
    models.OrganizationDomain,
    DOMAIN,
)
rows.call(
    245,
    "create an organization domain",
    "organization_domains.create",
    (),
    {"organization_id": "org_1", "domain": "foo-corp.com"},
    "POST /organization_domains",
    models.OrganizationDomain,
    DOMAIN,
    body={"organization_id": "org_1", "domain": "foo-corp.com"},
    status=201,
)
rows.call(
    246,
    "verify an organization domain",
    "organization_domains.verify",
    ("org_domain_1",),
    {},
    "POST /organization_domains/org_domain_1/verify",
    models.OrganizationDomain,
    DOMAIN,
    status=201,
)
