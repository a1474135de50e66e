"""What is known about the official SDK: the generated tables, and the few names that no table has."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import Factory, frozen

CLIENTS = {"WorkOSClient": "sync", "AsyncWorkOSClient": "async"}
PAGES = {"SyncPage": "sync", "AsyncPage": "async"}
SESSIONS = {"Session": "sync", "AsyncSession": "async"}

# The results of sessions → ours.
SESSION_RESULTS = {
    "AuthenticateWithSessionCookieErrorResponse": "SessionNotAuthenticated",
    "AuthenticateWithSessionCookieSuccessResponse": "SessionAuthenticated",
    "RefreshWithSessionCookieErrorResponse": "SessionNotAuthenticated",
    "RefreshWithSessionCookieSuccessResponse": "SessionRefreshed",
}

# The first version in which a loop over a page reads only this page.
ONE_PAGE_SINCE = (10, 6)

# Official error → our error. Errors with the same name are not listed.
ERRORS = {
    "AuthorizationError": "PermissionDeniedError",
    "OrganizationAuthMethodsRequiredError": "OrganizationAuthenticationMethodsRequiredError",
    "RadarSignUpChallengeError": "RadarChallengeError",
    "WorkOSConnectionError": "APIConnectionError",
    "WorkOSTimeoutError": "APITimeoutError",
}
SAME_ERRORS = {
    "WorkOSError",
    "APIError",
    "AuthenticationError",
    "AuthenticationFlowError",
    "AuthenticationMethodNotAllowedError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "EmailPasswordAuthDisabledError",
    "EmailVerificationRequiredError",
    "MfaChallengeError",
    "MfaEnrollmentError",
    "NotFoundError",
    "OrganizationSelectionRequiredError",
    "PasskeyProgressiveEnrollmentError",
    "RadarChallengeError",
    "RateLimitExceededError",
    "ServerError",
    "SsoRequiredError",
    "UnprocessableEntityError",
}

# Methods that send no request of their own → whether a method of the async client is a coroutine there, and is one here.
HELPERS: dict[str, tuple[bool, bool]] = {
    "actions.construct_action": (False, False),
    "actions.sign_response": (False, False),
    "actions.verify_header": (False, False),
    "pkce.generate": (False, False),
    "pkce.generate_code_challenge": (False, False),
    "pkce.generate_code_verifier": (False, False),
    "session.authenticate": (False, True),
    "session.get_logout_url": (True, False),
    "session.refresh": (True, True),
    "user_management.authenticate_with_session_cookie": (False, True),
    "user_management.load_sealed_session": (False, False),
    "vault.decrypt": (True, True),
    "vault.encrypt": (True, True),
    "webhooks.verify_event": (False, False),
    "webhooks.verify_header": (False, False),
}


@frozen
class Form:
    """A method of the official SDK, and ours for the same endpoint. See codegen/official/table.py for the attributes."""

    since: str
    until: str
    kind: str
    to: str = ""
    our_kind: str = ""
    arguments: dict[str, str | None] = Factory(dict[str, str | None])
    groups: dict[str, dict[str, dict[str, str]]] = Factory(dict[str, dict[str, dict[str, str]]])
    unknown: list[str] = Factory(list[str])
    omits_none: list[str] = Factory(list[str])
    positional: list[str] = Factory(list[str])
    wrapped: str = ""
    post: bool = False
    choices: list[str] = Factory(list[str])


@frozen
class Tables:
    """The generated tables.

    Attributes:
        versions: The oldest and the newest version that the tables know.
        methods: Method → its forms in different versions, oldest first.
        models: Official model → our model.
        enums: Enum → member → value, if the value is not the name of the member in lower case.
        resources: The resources of a client.
        parameter_classes: The classes of objects that group arguments.
    """

    versions: tuple[str, str]
    methods: dict[str, list[Form]]
    models: dict[str, str]
    enums: dict[str, dict[str, str]]
    resources: frozenset[str]
    parameter_classes: frozenset[str]

    def find(self, name: str, version: tuple[int, ...]) -> Form | None:
        """Return the form of a method in a version, or the nearest later one, or the newest."""
        forms = self.methods.get(name, ())
        for form in forms:
            if version <= parse_version(form.until):
                return form
        return forms[-1] if forms else None

    def our_resource(self, name: str) -> str:
        """Return our resource for one of the official SDK: that of most of its methods."""
        targets = [
            form.to.partition(".")[0]
            for method, forms in self.methods.items()
            if method.startswith(f"{name}.")
            for form in forms[-1:]
            if form.to
        ]
        return max(sorted(set(targets)), key=targets.count) if targets else name

    def enum_value(self, enum: str, member: str) -> str:
        """Return the value of the member of an enum."""
        return self.enums[enum].get(member, member.lower())


def resource_of(class_: str, module: str) -> str:
    """Return the resource whose methods a class of the official SDK has, such as `AsyncUserManagement`; empty if it is another class."""
    resource = module.removeprefix("workos.").partition(".")[0]
    if module not in (f"workos.{resource}", f"workos.{resource}._resource"):
        return ""
    name = class_.removeprefix("Async").removesuffix("Service")
    return resource if name.lower() == resource.replace("_", "") and resource in tables().resources else ""


@cache
def tables() -> Tables:
    """Return the tables. They are read once."""
    text = files("workos_migrate").joinpath("tables/official.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    methods = {name: [Form(**form) for form in forms] for name, forms in document["methods"].items()}
    resources = {name.partition(".")[0] for name in [*methods, *HELPERS]} - {"session"}
    classes = {name for forms in methods.values() for form in forms for group in form.groups.values() for name in group}
    oldest, newest = document["versions"]
    return Tables(
        (oldest, newest), methods, document["models"], document["enums"], frozenset(resources), frozenset(classes)
    )


def parse_version(text: str) -> tuple[int, ...]:
    """Return a version as numbers; parts that are no number end it.

    Raises:
        ValueError: The text does not start with a number.
    """
    numbers: list[int] = []
    for part in text.split("."):
        if not part.isdecimal():
            break
        numbers.append(int(part))
    if not numbers:
        raise ValueError(f"invalid version {text!r}")
    return tuple(numbers)
