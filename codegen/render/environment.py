"""The Jinja environment: templates and filters."""

from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from codegen.naming import constant_name
from codegen.render.annotations import annotation
from codegen.render.header import header
from codegen.render.text import docstring, literal

_FOLDER = Path(__file__).parent / "templates"


def render_template(template: str, source: str, **values: Any) -> str:
    """Render a template with the header that names `source`."""
    return _environment().get_template(template).render(header=header(source), **values)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(  # noqa: S701 - Python, not HTML
        loader=jinja2.FileSystemLoader(_FOLDER),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    filters: dict[str, Any] = {
        "annotation": annotation,
        "constant": constant_name,
        "doc": docstring,
        "py": literal,
        "tuple": tuple,
    }
    environment.filters.update(filters)
    return environment
