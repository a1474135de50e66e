"""The names of the sign-in routes, for frameworks in which routes have names."""

import workos_async
import workos_sync

__all__ = ["route_names"]


def route_names(paths: workos_async.SignInPaths | workos_sync.SignInPaths) -> dict[str, str]:
    """Return the path of each sign-in route by the name of the route."""
    return {
        "workos_login": paths.sign_in,
        "workos_callback": paths.callback,
        "workos_logout": paths.sign_out,
        "workos_switch_organization": paths.switch_organization,
    }
