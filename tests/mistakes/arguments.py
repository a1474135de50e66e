"""Mistakes in the arguments of calls."""

from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from tests.mistakes.mistake import Mistake
from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.models.organizations import Organization
from workos_core.models.user_management import User
from workos_core.serialization.structure_errors import StructureError

T: Any = InvalidArgumentTypeError
V = InvalidArgumentError
NAIVE = datetime(2026, 1, 31, 12)


class Order(Enum):
    ASC = object()


MISTAKES = [
    Mistake(
        "an empty ID",
        lambda sdk: sdk.client.organizations.get_organization(""),
        V,
        "organization_id must not be empty, '.' or '..' (got ''); pass the ID of an existing object",
    ),
    Mistake(
        "None as ID",
        lambda sdk: sdk.client.organizations.get_organization(None),
        T,
        "organization_id must be a str, not NoneType",
    ),
    Mistake(
        "a number as ID",
        lambda sdk: sdk.client.organizations.get_organization(5),
        T,
        "organization_id must be a str, not int",
    ),
    Mistake(
        "bytes as ID",
        lambda sdk: sdk.client.organizations.get_organization(b"org_1"),
        T,
        "organization_id must be a str, not bytes; call .decode()",
    ),
    Mistake(
        "a model as ID",
        lambda sdk: sdk.client.organizations.get_organization(Organization.from_dict({"id": "org_1"})),
        T,
        "organization_id must be a str, not Organization",
    ),
    Mistake(
        "a dot segment as ID",
        lambda sdk: sdk.client.organizations.get_organization(".."),
        V,
        "organization_id must not be empty, '.' or '..' (got '..'); pass the ID of an existing object",
    ),
    Mistake(
        "a list as ID",
        lambda sdk: sdk.client.organizations.get_organization(["org_1"]),
        T,
        "organization_id must be a str, not list",
    ),
    Mistake(
        "a call without its ID",
        lambda sdk: sdk.client.organizations.get_organization(),
        TypeError,
        "Organizations.get_organization() missing 1 required positional argument: 'organization_id'",
    ),
    Mistake(
        "bytes in a body",
        lambda sdk: sdk.client.organizations.create_organization(name=b"Acme"),
        T,
        "name: bytes can't be encoded as JSON; pass str, numbers, bool, None, lists, dicts, datetimes or models",
    ),
    Mistake(
        "a set in a body",
        lambda sdk: sdk.client.organizations.create_organization(name="Acme", metadata={"a": {1}}),
        T,
        "metadata.a: set can't be encoded as JSON; pass str, numbers, bool, None, lists, dicts, datetimes or models",
    ),
    Mistake(
        "a path in a body",
        lambda sdk: sdk.client.organizations.create_organization(name=Path("acme")),
        T,
        "name: PosixPath can't be encoded as JSON; pass str, numbers, bool, None, lists, dicts, datetimes or models",
    ),
    Mistake(
        "NaN in a body",
        lambda sdk: sdk.client.organizations.create_organization(name="Acme", metadata={"a": float("nan")}),
        V,
        "metadata can't be encoded as JSON: it contains NaN or infinity, or refers to itself; pass None or another number",
    ),
    Mistake(
        "an unknown argument",
        lambda sdk: sdk.client.organizations.create_organization(title="Acme"),
        TypeError,
        "Organizations.create_organization() got an unexpected keyword argument 'title'",
    ),
    Mistake(
        "a misspelled field of a domain",
        lambda sdk: sdk.client.organizations.create_organization(name="Acme", domain_data={"domain": "a.com"}),
        T,
        "domain_data must be a list of values, not a single dict",
    ),
    Mistake(
        "text instead of a list of event types",
        lambda sdk: sdk.client.events.list_events(events="user.created"),
        T,
        "events must be a list of values, not a single str",
    ),
    Mistake(
        "a datetime without a time zone",
        lambda sdk: sdk.client.events.list_events(events=["user.created"], range_start=NAIVE).page(),
        V,
        "range_start: the datetime 2026-01-31 12:00:00 has no time zone; write datetime.now(UTC), or value.replace(tzinfo=…) with the zone it is meant in",
    ),
    Mistake(
        "a datetime without a time zone in an audit log event",
        lambda sdk: sdk.client.audit_logs.create_event(
            organization_id="org_1", event={"action": "a", "occurred_at": NAIVE}
        ),
        V,
        "event.occurred_at: the datetime 2026-01-31 12:00:00 has no time zone; write datetime.now(UTC), or value.replace(tzinfo=…) with the zone it is meant in",
    ),
    Mistake(
        "a member of an enum without a value of JSON",
        lambda sdk: sdk.client.organizations.list_organizations(order=Order.ASC).page(),
        T,
        "order must be a str, number, bool or datetime, not object",
    ),
    Mistake(
        "bytes in a query",
        lambda sdk: sdk.client.organizations.list_organizations(after=b"org_1").page(),
        T,
        "after must be a str, number, bool or datetime, not bytes",
    ),
    Mistake(
        "before and after",
        lambda sdk: sdk.client.organizations.list_organizations(before="a", after="b").collect(),
        V,
        "before and after are mutually exclusive; pass one of them",
    ),
    Mistake(
        "an ID and an email",
        lambda sdk: sdk.users.get_authorization_url(
            redirect_uri="https://a.com/", organization_id="o", connection_id="c"
        ),
        V,
        "get_authorization_url() accepts either connection_id or organization_id or provider or organization_id with provider='authkit', not connection_id and organization_id together",
    ),
    Mistake(
        "an authorization URL without a selector",
        lambda sdk: sdk.users.get_authorization_url(redirect_uri="https://a.com/"),
        V,
        "get_authorization_url() requires connection_id or organization_id or provider or organization_id with provider='authkit'",
    ),
    Mistake(
        "a number as options",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options=5),
        T,
        "options must be a dict such as {'timeout': 5}, not int",
    ),
    Mistake(
        "a misspelled option",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options={"time_out": 5}),
        T,
        "unknown option time_out; the options of a call are timeout, max_retries, retry, deadline, headers, idempotent, priority, on_response",
    ),
    Mistake(
        "text as timeout of a call",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options={"timeout": "5"}),
        T,
        "timeout must be a number of seconds, a Timeout or None, not str",
    ),
    Mistake(
        "text as max_retries of a call",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options={"max_retries": "5"}),
        T,
        "max_retries must be an int, not str",
    ),
    Mistake(
        "a number as retry policy of a call",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options={"retry": 5}),
        T,
        "retry must be a RetryPolicy, not int",
    ),
    Mistake(
        "text as deadline of a call",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options={"deadline": "5"}),
        T,
        "deadline must be a number of seconds or None, not str",
    ),
    Mistake(
        "a list as headers of a call",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options={"headers": ["a"]}),
        T,
        "headers must be a dict such as {'X-Name': 'value'}, not list",
    ),
    Mistake(
        "an unknown priority",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options={"priority": "high"}),
        V,
        "priority must be 'interactive' or 'background' (got 'high')",
    ),
    Mistake(
        "text as idempotent",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options={"idempotent": "no"}),
        T,
        "idempotent must be True or False, not str",
    ),
    Mistake(
        "text as on_response",
        lambda sdk: sdk.client.organizations.get_organization("org_1", options={"on_response": "log"}),
        T,
        "on_response must be a function, not str",
    ),
    Mistake(
        "a misspelled option of with_options",
        lambda sdk: sdk.client.with_options(max_retry=1),
        T,
        "unknown option max_retry; the options of a call are timeout, max_retries, retry, deadline, headers, idempotent, priority, on_response",
    ),
    Mistake(
        "text as timeout of with_options",
        lambda sdk: sdk.client.with_options(timeout="5"),
        T,
        "timeout must be a number of seconds, a Timeout or None, not str",
    ),
    Mistake(
        "an HTTP method in lower case",
        lambda sdk: sdk.client.request("fetch", "/organizations"),
        V,
        "method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS (got 'FETCH')",
    ),
    Mistake(
        "a raw request to a URL",
        lambda sdk: sdk.client.request("GET", "https://api.workos.com/organizations"),
        V,
        "path must be an API path such as /organizations/org_1 (got 'https://api.workos.com/organizations')",
    ),
    Mistake(
        "a raw request with a query in the path",
        lambda sdk: sdk.client.request("GET", "/organizations?limit=1"),
        V,
        "path '/organizations?limit=1' has characters that must be percent-encoded; pass a query string as `query`",
    ),
    Mistake(
        "a raw request without a slash",
        lambda sdk: sdk.client.request("GET", "organizations"),
        V,
        "path must be an API path such as /organizations/org_1 (got 'organizations')",
    ),
    Mistake(
        "a raw request with a space",
        lambda sdk: sdk.client.request("GET", "/organizations/my org"),
        V,
        "path '/organizations/my org' has characters that must be percent-encoded; pass a query string as `query`",
    ),
    Mistake(
        "text as body of a raw request",
        lambda sdk: sdk.client.request("POST", "/organizations", body="name=Acme"),
        T,
        "body must be a dict, not str",
    ),
    Mistake(
        "text as query of a raw request",
        lambda sdk: sdk.client.request("GET", "/organizations", query="limit=1"),
        T,
        "query must be a dict, not str",
    ),
    Mistake(
        "a number as path of a raw request", lambda sdk: sdk.client.request("GET", 5), T, "path must be a str, not int"
    ),
    Mistake(
        "a model from text",
        lambda _: User.from_dict('{"id": "user_1"}'),
        T,
        "data must be decoded JSON, not str; pass json.loads(data)",
    ),
    Mistake("a model from None", lambda _: User.from_dict(None), StructureError, "expected an object at $"),
    Mistake(
        "an unknown field of replace",
        lambda _: Organization.from_dict({"id": "org_1"}).replace(title="a"),
        V,
        "Organization has no field 'title'; its fields are object, id, name, domains, metadata, external_id, stripe_customer_id, created_at, updated_at, allow_profiles_outside_organization",
    ),
    Mistake(
        "a model as key of a dict",
        lambda _: {Organization.from_dict({"id": "org_1"}): 1},
        TypeError,
        "Organization can't be hashed because it is mutable; use a field, such as its id, as the key instead",
    ),
]
