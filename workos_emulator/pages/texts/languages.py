"""The choice of a language by preference: BCP 47 tags, matched by lookup (RFC 4647, section 3.4)."""

from collections.abc import Iterable, Sequence

from workos_emulator.pages.texts.catalog import LANGUAGES

_MAX_PREFERENCES = 50


def match(preferences: Iterable[str], available: Sequence[str] = LANGUAGES) -> str | None:
    """Return the available language that matches the first possible preference; None if none does.

    A preference matches regardless of case, and with fewer subtags if necessary: `de-AT` matches `de`.
    """
    for preference in preferences:
        subtags = preference.lower().replace("_", "-").split("-")
        while subtags:
            if (tag := "-".join(subtags)) in available:
                return tag
            subtags.pop()
            if subtags and len(subtags[-1]) == 1:  # introduces the subtags that were removed, as in zh-x-private
                subtags.pop()
    return None


def read_parameter(text: str) -> list[str]:
    """Return the preferences in a `ui_locales` parameter (OpenID Connect Core, section 3.1.2.1), most preferred first."""
    return text.replace(",", " ").split()[:_MAX_PREFERENCES]


def read_header(text: str) -> list[str]:
    """Return the preferences in an `Accept-Language` header (RFC 9110, section 12.5.4), most preferred first."""
    weighted: list[tuple[float, str]] = []
    for item in text.split(",")[:_MAX_PREFERENCES]:
        tag, _, parameter = item.partition(";")
        weight = _weight(parameter)
        if tag.strip() and weight > 0:
            weighted.append((weight, tag.strip()))
    return [tag for _, tag in sorted(weighted, key=lambda each: -each[0])]


def _weight(parameter: str) -> float:
    """Return the quality value of a parameter such as `q=0.8`; 1 without one, 0 if it is malformed."""
    name, separator, value = parameter.partition("=")
    if not separator:
        return 0.0 if parameter.strip() else 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if name.strip().lower() == "q" and 0 <= weight <= 1 else 0.0
