"""Every generated Python file outside the sync package, by path. Reads only the templates from disk."""

from typing import Any

from codegen.formatting import format_all
from codegen.ir import Api
from codegen.render.environment import render_template
from codegen.render.models import render_models
from codegen.render.params import render_params
from codegen.render.resources import render_resources

_DOCUMENTED = "workos_core/rate_limits/documented"


def render(api: Api, limits: dict[str, Any]) -> dict[str, str]:
    """Return the text of the models, the params, the resources and the documented limits, by path relative to the project.

    Args:
        api: The API.
        limits: The value of `x-rate-limits`.
    """
    return format_all(
        {
            **render_models(api),
            **render_params(api),
            **render_resources(api, limits),
            f"{_DOCUMENTED}/__init__.py": render_template("documented.py.jinja", "spec/"),
            f"{_DOCUMENTED}/limits.py": render_template("limits.py.jinja", "spec/openapi.yaml", limits=limits),
        }
    )
