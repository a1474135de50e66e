"""The page of feature flags."""

from workos_emulator.api import feature_flags
from workos_emulator.http.messages import Response
from workos_emulator.pages.dashboard import layout, listing
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, redirect, url
from workos_emulator.pages.dashboard.layout import Cell
from workos_emulator.pages.page_request import PageError
from workos_emulator.storage.objects.feature_flags import FeatureFlag


@page("/feature-flags")
def list_flags(request: DashboardRequest) -> Response:
    """List the feature flags; the form enables or disables one."""
    if request.is_submitted:
        return _set_enabled(request)
    flags = request.state.feature_flags
    shown = listing.of_collection(flags, flags.numbers(), request.page_number)
    headings = ("Flag", "Status", "Action", "Default value", "Targets")
    return layout.render(
        request,
        "Feature flags",
        layout.table(f"Feature flags ({len(flags):,})", headings, [_row(request, flag) for flag in shown.items]),
        layout.pager(request, "/feature-flags", shown),
        section="/feature-flags",
    )


def _row(request: DashboardRequest, flag: FeatureFlag) -> tuple[Cell, ...]:
    fields = {"slug": flag.slug, "enabled": "" if flag.enabled else "yes"}
    targets = len(flag.users) + len(flag.organizations) + len(flag.custom_targets)
    return (
        f"{flag.name} ({flag.slug})",
        layout.badge("enabled", "good") if flag.enabled else layout.badge("disabled"),
        layout.row_button(request, "Disable" if flag.enabled else "Enable", flag.name, fields, url("/feature-flags")),
        "on" if flag.default_value else "off",
        f"{targets:,}",
    )


def _set_enabled(request: DashboardRequest) -> Response:
    flag = request.state.feature_flags.find("slug", request.form.get("slug", ""))
    if flag is None:
        raise PageError("Feature flag not found", "It may have been deleted.", 404)
    enabled = request.form.get("enabled") == "yes"
    feature_flags.set_enabled(request.environment, flag, enabled)
    return redirect("/feature-flags", "enabled" if enabled else "disabled")
