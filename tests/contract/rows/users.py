"""Items 70 to 80: users and their identities."""

from typing import Any

from workos_core import models

from ..bodies import IDENTITY, USER
from ..sdk import SDK
from .base import Listed, Table

rows = Table()

rows.object(70, "user", "user", models.User, "user_management.get_user", ("user_1",))
rows.call(
    71,
    "get a user",
    "user_management.get_user",
    ("user_1",),
    {},
    "GET /user_management/users/user_1",
    models.User,
    USER,
)
rows.call(
    72,
    "get a user by external ID",
    "user_management.get_user_by_external_id",
    ("crm/7?x=ü",),
    {},
    "GET /user_management/users/external_id/crm%2F7%3Fx%3D%C3%BC",
    models.User,
    USER,
)
rows.call(
    73,
    "list users",
    "user_management.list_users",
    (),
    {"email": "a+b@example.com", "organization_id": "org_1"},
    "GET /user_management/users?organization_id=org_1&email=a%2Bb%40example.com",
    Listed(models.User),
    USER,
)
rows.call(
    74,
    "create a user",
    "user_management.create_user",
    (),
    {
        "email": "marcelina@example.com",
        "password": "i8uv6g34kd490s",
        "first_name": "Marcelina",
        "last_name": "Davis",
    },
    "POST /user_management/users",
    models.User,
    {**USER, "radar_auth_attempt_id": "radar_att_1"},
    body={
        "email": "marcelina@example.com",
        "password": "i8uv6g34kd490s",
        "first_name": "Marcelina",
        "last_name": "Davis",
    },
    status=201,
)


@rows.check(75, "update a user: omitted fields keep their values")
def _(sdk: SDK) -> None:
    def request_body(**arguments: Any) -> Any:
        call = sdk.call("user_management.update_user", "user_1", responses=[USER], **arguments)
        assert (call.request.method, call.request.url.path) == ("PUT", "/user_management/users/user_1")
        assert type(call.result) is models.User
        return call.request_body

    all_fields = {
        "first_name": "Marcelina",
        "last_name": "Davis",
        "email_verified": True,
        "external_id": "2fe01467-f7ea-4dd2-8b79-c2b4f56d0191",
        "metadata": {"timezone": "America/New_York"},
    }
    assert request_body(**all_fields) == all_fields
    assert request_body(first_name="Marcelina") == {"first_name": "Marcelina"}
    assert request_body(external_id=None, metadata=None, locale=None) == {
        "external_id": None,
        "metadata": None,
        "locale": None,
    }


rows.call(
    76,
    "delete a user",
    "user_management.delete_user",
    ("user_1",),
    {},
    "DELETE /user_management/users/user_1",
    None,
)


@rows.check(77, "an identity names its provider")
def _(sdk: SDK) -> None:
    responses = [[IDENTITY, {**IDENTITY, "provider": "GoogleOAuth"}]]
    identities = sdk.call("user_management.get_user_identities", "user_1", responses=responses).result
    assert [identity.provider for identity in identities] == ["MicrosoftOAuth", "GoogleOAuth"]


@rows.check(78, "unknown identity types and fields are preserved")
def _(sdk: SDK) -> None:
    unknown = {"idp_id": "1", "type": "SAML", "provider": "NewProvider", "issuer": "https://idp.example"}
    (identity,) = sdk.call("user_management.get_user_identities", "user_1", responses=[[unknown]]).result
    assert (identity.type, identity.provider, identity.extra_fields) == (
        "SAML",
        "NewProvider",
        {"issuer": "https://idp.example"},
    )


rows.object(
    79,
    "identity",
    "identity",
    models.UserIdentity,
    "user_management.get_user_identities",
    ("user_1",),
    envelope=lambda data: [data],
    pick=lambda result: result[0],
)
rows.call(
    80,
    "list the identities of a user",
    "user_management.get_user_identities",
    ("user_1",),
    {},
    "GET /user_management/users/user_1/identities",
    list[models.UserIdentity],
    [IDENTITY],
)
