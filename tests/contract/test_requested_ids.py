"""Methods that return the object with the requested ID say so in the spec, so that the response to another request is an error."""

import re

from ..support.methods import all_methods, full_name

MAY_BE_ANOTHER_OBJECT = {"user_management.resend_invitation"}  # a new invitation
HAS_ANOTHER_IDENTIFIER = {
    "authorization.get_resource_by_external_id",
    "connect.get_application",  # the parameter may be a client ID
    "organizations.get_organization_by_external_id",
    "user_management.get_jwks",
    "user_management.get_user_by_external_id",
}


def test_methods_that_return_the_requested_object_check_its_id() -> None:
    declared = {
        (method.returns_requested_id, method.returns) for method in all_methods() if method.returns_requested_id
    }
    missing = {
        full_name(method)
        for method in all_methods()
        for parameter in re.findall(r"\{(\w+)\}", method.path)[-1:]
        if (parameter, method.returns) in declared
        and not method.returns_requested_id
        and not method.wrapped
        and method.kind == "call"
    }
    assert missing == MAY_BE_ANOTHER_OBJECT


def test_every_get_by_an_id_is_covered() -> None:
    by_id = {
        full_name(method)
        for method in all_methods()
        if method.http_method == "GET" and method.kind == "call" and method.path.endswith("_id}") and not method.wrapped
    }
    declared = {full_name(method) for method in all_methods() if method.returns_requested_id}
    assert by_id - declared == HAS_ANOTHER_IDENTIFIER
