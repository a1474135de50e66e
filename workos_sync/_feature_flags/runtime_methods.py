# Generated from workos_async/_feature_flags/runtime_methods.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The handwritten methods of `workos.feature_flags`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from workos_core.http.request_options import RequestOptions, check_options
from workos_core.lazy_names import lazy_type
from workos_core.suggestions import ResourceClient
from workos_sync._concurrency.call_deadline import Deadline, deadline_options

if TYPE_CHECKING:
    from workos_core.feature_flags.flag_set import FlagChange
    from workos_core.models.feature_flags import RuntimeFeatureFlag
    from workos_sync._api_requestor import APIRequestor
    from workos_sync._feature_flags.flag_runtime import FlagRuntime
    from workos_sync.resources.feature_flags import FeatureFlags
else:
    FlagRuntime = lazy_type("workos_sync._feature_flags.flag_runtime", "FlagRuntime")
    FlagChange = lazy_type("workos_core.feature_flags.flag_set", "FlagChange")


class FlagRuntimeMethods(ResourceClient):
    """Methods that evaluate feature flags locally."""

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor

    def runtime(
        self,
        *,
        poll_seconds: float = 30.0,
        on_change: "Callable[[FlagChange], Any] | None" = None,
        options: RequestOptions | None = None,
    ) -> "FlagRuntime":
        """Return a runtime that evaluates feature flags without a request, with flags that are updated in the background.

        Create one per process and share it. Polling starts with its `with` block or with `start`.

        Args:
            poll_seconds: The maximum seconds between two requests for changes. The actual time is random, from half of it on.
            on_change: Called with each flag that was changed, created or deleted, but not when the flags are fetched for the first
                time. Its exceptions are logged.
            options: Options of each request.

        Raises:
            InvalidArgumentError: `poll_seconds` is not above 0.
        """
        from workos_sync._feature_flags.flag_runtime import FlagRuntime

        check_options(options or {})
        feature_flags = cast("FeatureFlags", self)
        given: RequestOptions = options or {}

        def fetch_flags(deadline: Deadline | None) -> "dict[str, RuntimeFeatureFlag]":
            return feature_flags.get_runtime_flags(options=deadline_options(deadline, given))

        seconds = given.get("deadline", self._requestor.deadline)
        return FlagRuntime(fetch_flags, deadline=seconds, poll_seconds=poll_seconds, on_change=on_change)
