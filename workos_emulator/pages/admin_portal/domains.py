"""Domain verification: the domains of the organization, and the DNS records that verify them."""

from workos_emulator.api.organization_domains import fail_verification
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import PortalRequest, portal_page
from workos_emulator.pages.html import Link
from workos_emulator.pages.page_request import LocalizedError
from workos_emulator.storage.objects.organizations import OrganizationDomain

_VERIFIED = ("verified", "legacy_verified")
_FAILURES = ("domain_verification_period_expired", "domain_verified_by_other_organization")
_PROBLEMS = ("consumer_domain", "domain_already_exists")
_EXAMPLE = "example.com"


@portal_page("/domains", "domain_verification")
def list_domains(request: PortalRequest) -> Response:
    """List the domains; the form adds another one."""
    domain, error = request.form.get("domain", "").strip(), ""
    if request.is_submitted:
        try:
            created = request.call("createOrganizationDomain", domain=domain, organization_id=request.organization.id)
            return request.redirect("/domains/domain", domain=created["id"])
        except ApiError as problem:
            code = _code(problem)
            key = f"portal.domains.{code if code in _PROBLEMS else 'invalid_domain'}"
            error = request.text(key, example=_EXAMPLE)
    domains = request.state.domains.group("organization", request.organization.id)
    rows = [
        (Link(each.domain, request.url("/domains/domain", domain=each.id)), request.state_name(each.state))
        for each in domains
    ]
    return request.show(
        request.intent_title("domain_verification"),
        html.items((request.text("portal.states.label"),), rows)
        if rows
        else html.paragraph(request.text("portal.domains.none")),
        request.session_form(
            html.field(
                "domain",
                request.text("portal.domains.domain"),
                value=domain,
                error=error,
                hint=request.text("portal.domains.hint", example=_EXAMPLE),
            ),
            html.button(request.text("portal.domains.add"), plain=bool(rows)),
        ),
        request.finish_form() if rows else "",
        problem=bool(error),
    )


@portal_page("/domains/domain", "domain_verification")
def show_domain(request: PortalRequest) -> Response:
    """Show the DNS record of a domain; the forms verify it, with the chosen result, and remove it."""
    domain = _find(request)
    if request.is_submitted:
        match request.form.get("do", ""):
            case "verify" if domain.state not in _VERIFIED:
                request.call("verifyOrganizationDomain", {"organization_domain_id": domain.id})
            case reason if reason in _FAILURES and domain.state not in _VERIFIED:
                fail_verification(request.state, domain, reason)
            case "remove":
                request.call("deleteOrganizationDomain", {"organization_domain_id": domain.id})
                return request.redirect("/domains")
            case _:
                raise LocalizedError("portal_changed", 409)
        return request.redirect("/domains/domain", domain=domain.id)
    is_verified = domain.state in _VERIFIED
    return request.show(
        domain.domain,
        html.facts(
            {
                request.text("portal.states.label"): request.state_name(domain.state),
                request.text("portal.domains.id"): domain.id,
            }
        ),
        html.paragraph(request.text("portal.domains.verified")) if is_verified else _instructions(request, domain),
        html.actions(
            request.session_form(html.button(request.text("portal.domains.remove"), plain=True), do="remove"),
            request.finish_form() if is_verified else "",
        ),
        html.links({request.text("portal.domains.all"): request.url("/domains")}),
        wide=True,
    )


def _instructions(request: PortalRequest, domain: OrganizationDomain) -> str:
    failed = request.text("portal.domains.failed") if domain.state == "failed" else ""
    return "".join(
        (
            html.problem_box(failed),
            html.paragraph(request.text("portal.domains.instructions")),
            html.facts(
                {
                    request.text("portal.domains.type"): "TXT",
                    request.text("portal.name"): domain.domain,
                    request.text("portal.domains.value"): f"{domain.verification_prefix}={domain.verification_token}",
                }
            ),
            request.session_form(html.button(request.text("portal.domains.check")), do="verify"),
            html.heading(request.text("portal.domains.other_results")),
            html.paragraph(request.text("portal.domains.no_lookup")),
            html.actions(
                *(
                    request.session_form(html.button(request.text(f"portal.domains.{reason}"), plain=True), do=reason)
                    for reason in _FAILURES
                )
            ),
        )
    )


def _find(request: PortalRequest) -> OrganizationDomain:
    domain = request.state.domains.get(request.query.get("domain", ""))
    if domain is None or domain.organization_id != request.organization.id:
        raise LocalizedError("domain", 404)
    return domain


def _code(error: ApiError) -> str:
    problems: list[dict[str, str]] = error.body.get("errors", [])
    return problems[0]["code"] if problems else str(error.body.get("code"))
