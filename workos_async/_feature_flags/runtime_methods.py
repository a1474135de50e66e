"""The written method of `workos.feature_flags`: flags that are decided locally."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_async._feature_flags.flag_runtime import FlagRuntime
    from workos_async.resources.feature_flags import FeatureFlags
    from workos_core.feature_flags.flag_set import FlagChange
    from workos_core.http.request_options import RequestOptions


class FlagRuntimeMethods:
    """Decides flags locally."""

    __slots__ = ("_requestor",)

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor

    def runtime(
        self,
        *,
        poll_seconds: float = 30.0,
        on_change: "Callable[[FlagChange], Any] | None" = None,
        options: "RequestOptions | None" = None,
    ) -> "FlagRuntime":
        """All feature flags at hand, kept up to date in the background, to decide without a request.

        Make one for the process and share it. Polling begins with its `with` block or its `start`.

        Args:
            poll_seconds: How often to ask for changes; the time between two requests is spread at random from half of that on.
            on_change: Called with each flag that changed, came or went, but not when the flags are loaded for the first time. What
                it raises is logged.
            options: Of each request.

        Raises:
            InvalidArgumentError: `poll_seconds` is not more than 0.
        """
        from workos_async._feature_flags.flag_runtime import FlagRuntime

        get = partial(cast("FeatureFlags", self).get_runtime_flags, options=options)
        return FlagRuntime(get, poll_seconds=poll_seconds, on_change=on_change)
