# Generated from workos_async/resources/feature_flags.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.feature_flags`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.lazy_names import lazy_type
from workos_sync._feature_flags.runtime_methods import FlagRuntimeMethods
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_core.models.common import PaginationOrder
    from workos_core.models.feature_flags import FeatureFlag, RuntimeFeatureFlag
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    FeatureFlag = lazy_type("workos_core.models.feature_flags", "FeatureFlag")
    RuntimeFeatureFlag = lazy_type("workos_core.models.feature_flags", "RuntimeFeatureFlag")

_LIST_FEATURE_FLAGS: Operation[FeatureFlag] = Operation(
    "feature_flags.list_feature_flags",
    "GET",
    "/feature-flags",
    returns=FeatureFlag,
)
_GET_FEATURE_FLAG: Operation[FeatureFlag] = Operation(
    "feature_flags.get_feature_flag",
    "GET",
    "/feature-flags/{slug}",
    returns=FeatureFlag,
)
_ENABLE_FEATURE_FLAG: Operation[FeatureFlag] = Operation(
    "feature_flags.enable_feature_flag",
    "PUT",
    "/feature-flags/{slug}/enable",
    returns=FeatureFlag,
)
_DISABLE_FEATURE_FLAG: Operation[FeatureFlag] = Operation(
    "feature_flags.disable_feature_flag",
    "PUT",
    "/feature-flags/{slug}/disable",
    returns=FeatureFlag,
)
_ADD_FLAG_TARGET: Operation[None] = Operation(
    "feature_flags.add_flag_target",
    "POST",
    "/feature-flags/{slug}/targets/{target_id}",
)
_REMOVE_FLAG_TARGET: Operation[None] = Operation(
    "feature_flags.remove_flag_target",
    "DELETE",
    "/feature-flags/{slug}/targets/{target_id}",
)
_GET_RUNTIME_FLAGS: Operation[dict[str, RuntimeFeatureFlag]] = Operation(
    "feature_flags.get_runtime_flags",
    "GET",
    "/sdk/feature-flags",
    returns=dict[str, RuntimeFeatureFlag],
)


@hides_locals
class FeatureFlags(FlagRuntimeMethods):
    """Feature flags, which turn features on for everyone or for individual organizations and users.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def list_feature_flags(
        self,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[FeatureFlag]:
        """List the feature flags of the environment.

        Args:
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        Raises:
            BadRequestError: `code` or `error` is `invalid_request_parameters`.

        See https://workos.com/docs/reference/feature-flags/flag/list
        """
        return Pager(
            self._requestor,
            _LIST_FEATURE_FLAGS,
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def get_feature_flag(self, slug: str, *, options: RequestOptions | None = None) -> FeatureFlag:
        """Get a feature flag.

        Args:
            slug: The slug of the flag, such as `advanced-analytics`.

        Returns:
            The flag.

        See https://workos.com/docs/reference/feature-flags/flag/get
        """
        return self._requestor.call(_GET_FEATURE_FLAG, path={"slug": slug}, options=options)

    def enable_feature_flag(self, slug: str, *, options: RequestOptions | None = None) -> FeatureFlag:
        """Enable a feature flag in the environment.

        The targets and the default value of the flag take effect.

        Args:
            slug: The slug of the flag, such as `advanced-analytics`.

        Returns:
            The updated flag.

        See https://workos.com/docs/reference/feature-flags/flag/enable
        """
        return self._requestor.call(_ENABLE_FEATURE_FLAG, path={"slug": slug}, options=options)

    def disable_feature_flag(self, slug: str, *, options: RequestOptions | None = None) -> FeatureFlag:
        """Disable a feature flag in the environment.

        The flag is off for everyone, regardless of its targets and its default value. Both are kept.

        Args:
            slug: The slug of the flag, such as `advanced-analytics`.

        Returns:
            The updated flag.

        See https://workos.com/docs/reference/feature-flags/flag/disable
        """
        return self._requestor.call(_DISABLE_FEATURE_FLAG, path={"slug": slug}, options=options)

    def add_flag_target(
        self, slug: str, target_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> None:
        """Enable a feature flag for a user or organization.

        Args:
            slug: The slug of the flag, such as `advanced-analytics`.
            target_id: The ID of the user (`user_…`) or organization (`org_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Raises:
            ConflictError: `code` or `error` is `concurrent_flag_target_update`.

        See https://workos.com/docs/reference/feature-flags/targeting/add
        """
        return self._requestor.call(
            _ADD_FLAG_TARGET,
            path={"slug": slug, "target_id": target_id},
            idempotency_key=idempotency_key,
            options=options,
        )

    def remove_flag_target(self, slug: str, target_id: str, *, options: RequestOptions | None = None) -> None:
        """Remove a user or organization from the targets of a feature flag.

        Args:
            slug: The slug of the flag, such as `advanced-analytics`.
            target_id: The ID of the user (`user_…`) or organization (`org_…`).

        Raises:
            ConflictError: `code` or `error` is `concurrent_flag_target_update`.

        See https://workos.com/docs/reference/feature-flags/targeting/remove
        """
        return self._requestor.call(_REMOVE_FLAG_TARGET, path={"slug": slug, "target_id": target_id}, options=options)

    def get_runtime_flags(self, *, options: RequestOptions | None = None) -> dict[str, RuntimeFeatureFlag]:
        """Get all feature flags with their targets for local evaluation.

        The response maps each slug to its flag. Fetch it periodically and evaluate flags locally instead of calling
        the API for every user. A flag that is not `enabled` is off. Otherwise, the entry of the user or
        organization in `targets` decides; without an entry, `default_value` applies.

        Not in WorkOS's published API description; known only from other client libraries.

        Returns:
            The flags by slug.
        """
        return self._requestor.call(_GET_RUNTIME_FLAGS, options=options)
