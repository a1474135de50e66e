"""Suggestions for names that an object does not have."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NoReturn

_BRITISH = (
    ("organis", "organiz"),
    ("authoris", "authoriz"),
    ("enrol_", "enroll_"),
    ("cancell", "cancel"),
    ("licence", "license"),
)


def missing_name_error(owner: str, name: str, names: Iterable[str], renamed: Mapping[str, str]) -> AttributeError:
    """Return the error for an unknown attribute, with the name to use instead if there is one.

    Args:
        owner: The name of the object, for the text.
        name: The unknown name.
        names: The names that exist.
        renamed: Names that other SDKs use, and what to write instead.
    """
    american = name
    for british, replacement in _BRITISH:
        american = american.replace(british, replacement)
    suggestion = renamed.get(name) or (american if american in set(names) else None)
    if suggestion is None:
        from difflib import get_close_matches

        suggestion = next(iter(get_close_matches(name, sorted(names), n=1, cutoff=0.8)), None)
    hint = "" if suggestion is None else f"; use {suggestion}"
    return AttributeError(f"{owner} has no attribute {name!r}{hint}")


class ResourceClient:
    """The base class of resource clients."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            raise missing_name_error(type(self).__name__, name, dir(type(self)), {})
