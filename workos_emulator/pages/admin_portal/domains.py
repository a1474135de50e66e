"""Domain verification: the domains of the organization, and the DNS records that verify them."""

from workos_emulator.api.organization_domains import fail_verification
from workos_emulator.http.errors import ApiError
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal.portal_request import TITLES, PortalRequest, portal_page
from workos_emulator.pages.html import Link
from workos_emulator.pages.page_request import PageError
from workos_emulator.storage.objects.organizations import OrganizationDomain

_VERIFIED = ("verified", "legacy_verified")
_FAILURES = {
    "domain_verification_period_expired": "the record was not found in time",
    "domain_verified_by_other_organization": "another organization has verified the domain",
}
_PROBLEMS = {
    "invalid_domain": "Enter a domain, such as example.com.",
    "consumer_domain": "This is the domain of a public email provider. Enter one that your organization owns.",
    "domain_already_exists": "This domain already belongs to an organization.",
}


@portal_page("/domains", "domain_verification")
def list_domains(request: PortalRequest) -> Response:
    """List the domains; the form adds another one."""
    domain, error = request.form.get("domain", "").strip(), ""
    if request.is_submitted:
        try:
            created = request.call("createOrganizationDomain", domain=domain, organization_id=request.organization.id)
            return request.redirect("/domains/domain", domain=created["id"])
        except ApiError as problem:
            error = _PROBLEMS.get(_code(problem), _PROBLEMS["invalid_domain"])
    domains = request.state.domains.group("organization", request.organization.id)
    rows = [(Link(each.domain, request.url("/domains/domain", domain=each.id)), each.state) for each in domains]
    return request.show(
        TITLES["domain_verification"],
        html.items(("State",), rows) if rows else html.paragraph("Your organization has no domain yet."),
        request.session_form(
            html.field("domain", "Domain", value=domain, error=error, hint="For example, example.com."),
            html.button("Add domain", plain=bool(rows)),
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
                raise PageError("Invalid form", "The domain has changed. Go back and try again.", 409)
        return request.redirect("/domains/domain", domain=domain.id)
    is_verified = domain.state in _VERIFIED
    return request.show(
        domain.domain,
        html.facts({"State": domain.state, "Domain ID": domain.id}),
        html.paragraph("Your organization has verified this domain.")
        if is_verified
        else _instructions(request, domain),
        request.session_form(html.button("Remove domain", plain=True), do="remove"),
        request.finish_form() if is_verified else "",
        html.links({"All domains": request.url("/domains")}),
    )


def _instructions(request: PortalRequest, domain: OrganizationDomain) -> str:
    failed = "The last verification failed. Check the record and try again." if domain.state == "failed" else ""
    return "".join(
        (
            html.problem_box(failed),
            html.paragraph("Add this record to the DNS of the domain, then check it."),
            html.facts(
                {
                    "Type": "TXT",
                    "Name": domain.domain,
                    "Value": f"{domain.verification_prefix}={domain.verification_token}",
                }
            ),
            request.session_form(html.button("Check the record"), do="verify"),
            html.heading("Other results"),
            html.paragraph("The emulator looks up no records: the check succeeds. Let it fail instead because …"),
            *(
                request.session_form(html.button(f"… {text}", plain=True), do=reason)
                for reason, text in _FAILURES.items()
            ),
        )
    )


def _find(request: PortalRequest) -> OrganizationDomain:
    domain = request.state.domains.get(request.query.get("domain", ""))
    if domain is None or domain.organization_id != request.organization.id:
        raise PageError("Domain not found", "It may have been removed. Go back to the list of domains.", 404)
    return domain


def _code(error: ApiError) -> str:
    problems: list[dict[str, str]] = error.body.get("errors", [])
    return problems[0]["code"] if problems else str(error.body.get("code"))
