"""Names in the form of the spec."""

import re

from codegen.naming import python_name

_ARTICLES = {"a", "an", "the"}
_PARAMETER = re.compile(r"{([^}]*)}")
_ID = "id"


def pascal_case(text: str) -> str:
    """Return the name of a component, such as `ListUsersResponse`."""
    return "".join(part[:1].upper() + part[1:] for part in python_name(text).split("_"))


def operation_name(method: str, path: str, summary: str) -> str:
    """Return a snake_case name: the words of the summary without articles, or the method and the path."""
    words = [word for word in python_name(summary).split("_") if word and word not in _ARTICLES]
    return "_".join(words) if words else python_name(f"{method} {path}")


def camel_case(name: str) -> str:
    """Return the operationId for a snake_case name."""
    pascal = pascal_case(name)
    return pascal[:1].lower() + pascal[1:]


def singular(word: str) -> str:
    """Return the singular of an English plural in a path."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def parameter_names(path: str) -> dict[str, str]:
    """Return the names of the path parameters in the spec: snake_case, and `{id}` named after what it identifies."""
    names: dict[str, str] = {}
    before = ""
    for segment in path.split("/"):
        for wire in _PARAMETER.findall(segment):
            name = python_name(wire)
            names[wire] = f"{singular(python_name(before))}_id" if name == _ID and before else name
        if not _PARAMETER.search(segment):
            before = segment
    return names


def renamed_path(path: str, names: dict[str, str]) -> str:
    """Return a path template with other names of its parameters."""
    return _PARAMETER.sub(lambda match: f"{{{names[match[1]]}}}", path)
