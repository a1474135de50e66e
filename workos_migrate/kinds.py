"""What the codemod knows about an expression: a client of the official SDK, a page, a session and so on."""

from typing import Literal, TypeAlias

from attrs import frozen

Variant: TypeAlias = Literal["sync", "async"]


@frozen
class OfficialModule:
    """A module of the official SDK.

    Attributes:
        name: The dotted name, such as `workos.session`.
    """

    name: str


@frozen
class OfficialName:
    """A class, function or constant that is imported from the official SDK.

    Attributes:
        name: The name in the official SDK.
        module: The module that it is imported from.
    """

    name: str
    module: str


@frozen
class Client:
    """A client of the official SDK.

    Attributes:
        variant: Which of the two clients it is.
        is_mock: Whether it is a mock of `unittest.mock` with the attributes of a client.
    """

    variant: Variant
    is_mock: bool = False


@frozen
class Resource:
    """A resource of a client, such as `client.organizations`, or of a mock of a client."""

    name: str
    variant: Variant
    is_mock: bool = False


@frozen
class Method:
    """A method of a resource or of another object of the official SDK.

    Attributes:
        name: The resource and the method, such as `organizations.get_organization`, or `session.refresh`.
        variant: The variant of the client.
        is_mock: Whether it is a method of a mock.
    """

    name: str
    variant: Variant
    is_mock: bool = False


@frozen
class Page:
    """A page of a list."""

    variant: Variant


@frozen
class Session:
    """A sealed session."""

    variant: Variant


@frozen
class SessionResult:
    """The result of authenticating or refreshing a session."""


@frozen
class SessionUser:
    """The user of the result of a session: a dict in the official SDK."""


@frozen
class WebhookEvent:
    """The event of a verified webhook."""


@frozen
class Response:
    """The result of a call that has no kind of its own.

    Attributes:
        wrapped: The attribute of the result that our method returns instead; empty if ours returns the same.
    """

    wrapped: str = ""


@frozen
class Error:
    """A caught error of the official SDK."""


@frozen
class ErrorInfo:
    """The result of `pytest.raises` with errors of the official SDK."""


@frozen
class Function:
    """A function of the program.

    Attributes:
        returns: The kind of the returned value. For an async function it is an `Awaitable`.
    """

    returns: "Kind"


@frozen
class Instance:
    """An instance of a class of the program.

    Attributes:
        class_: The identity of the class definition.
    """

    class_: object


@frozen
class Awaitable:
    """A value that must be awaited."""

    kind: "Kind"


@frozen
class Module:
    """A module of the program.

    Attributes:
        name: The dotted name.
    """

    name: str


Kind: TypeAlias = (
    OfficialModule
    | OfficialName
    | Client
    | Resource
    | Method
    | Page
    | Session
    | SessionResult
    | SessionUser
    | WebhookEvent
    | Response
    | Error
    | ErrorInfo
    | Function
    | Instance
    | Awaitable
    | Module
    | None
)
