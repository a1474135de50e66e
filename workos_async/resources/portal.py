# Generated from spec/resources/portal.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.portal`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.portal import PortalIntent, PortalIntentOptions, ProviderIconTheme
    from workos_core.params.portal import PortalIntentOptionsParam
else:
    PortalIntent = lazy_type("workos_core.models.portal", "PortalIntent")
    PortalIntentOptions = lazy_type("workos_core.models.portal", "PortalIntentOptions")
    ProviderIconTheme = lazy_type("workos_core.models.portal", "ProviderIconTheme")
    PortalIntentOptionsParam = lazy_type("workos_core.params.portal", "PortalIntentOptionsParam")

_GENERATE_LINK: Operation[str] = Operation(
    "portal.generate_link",
    "POST",
    "/portal/generate_link",
    returns=str,
    wrapped="link",
)
_REVOKE_LINK: Operation[None] = Operation(
    "portal.revoke_link",
    "POST",
    "/portal/revoke_link",
)
_LIST_PROVIDER_ICONS: Operation[Any] = Operation(
    "portal.list_provider_icons",
    "GET",
    "/provider-icons.json",
    returns=Any,
    credentials="none",
    server="https://cdn.workos.com",
)
_GET_PROVIDER_ICON_URL: Operation[str] = Operation(
    "portal.get_provider_icon_url",
    "GET",
    "/provider-icons/{theme}/{slug}.svg",
    credentials="none",
    server="https://cdn.workos.com",
)


@hides_locals
class Portal(ResourceClient):
    """Links to the Admin Portal, where your customers' IT administrators set up connections, directories and
    similar features themselves.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    async def generate_link(
        self,
        *,
        organization: str,
        intent: PortalIntent | NotGiven = NOT_GIVEN,
        return_url: str | NotGiven = NOT_GIVEN,
        success_url: str | NotGiven = NOT_GIVEN,
        it_contact_emails: Sequence[str] | NotGiven = NOT_GIVEN,
        admin_emails: Sequence[str] | NotGiven = NOT_GIVEN,
        intent_options: PortalIntentOptions | PortalIntentOptionsParam | NotGiven = NOT_GIVEN,
        external_user_id: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> str:
        """Generate an Admin Portal link.

        The link expires five minutes after it is issued. Redirect the user immediately instead of sending the link
        by email, and treat it as opaque: its format may change.

        Args:
            organization: The ID of the organization to set up (`org_…`).
            intent: The feature to set up in the Admin Portal.
            return_url: The URL of the link back to your application. Defaults to the return URL set in the
                dashboard.
            success_url: The URL the user is redirected to after the setup. Defaults to the success URL set in
                the dashboard.
            it_contact_emails: The email addresses of the organization's IT contacts who can use the Admin
                Portal, at most 20.
            admin_emails: The email addresses of the IT admins who can use the Admin Portal of the organization,
                at most 20.
            intent_options: What the Admin Portal sets up, depending on the intent.
            external_user_id: Your own ID for the user the link is for. Only links generated with an
                `external_user_id` can be revoked with `revoke_link`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The link.

        See https://workos.com/docs/reference/admin-portal/portal-link/generate
        """
        return await self._requestor.call(
            _GENERATE_LINK,
            body={
                "organization": organization,
                "intent": intent,
                "return_url": return_url,
                "success_url": success_url,
                "it_contact_emails": array("it_contact_emails", it_contact_emails),
                "admin_emails": array("admin_emails", admin_emails),
                "intent_options": intent_options,
                "external_user_id": external_user_id,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    async def revoke_link(
        self,
        *,
        organization: str,
        external_user_id: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Revoke the Admin Portal links of a user.

        All links of the organization that were generated with this `external_user_id` stop working, and Admin
        Portal sessions opened with them end immediately. Links generated without an `external_user_id` cannot be
        revoked.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization: The ID of the organization (`org_…`).
            external_user_id: The `external_user_id` that the links were generated with.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        See https://workos.com/docs/reference/admin-portal/portal-link
        """
        return await self._requestor.call(
            _REVOKE_LINK,
            body={"organization": organization, "external_user_id": external_user_id},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def list_provider_icons(self, *, options: RequestOptions | None = None) -> Any:
        """List the icons of identity providers, directories and domain services.

        The list comes from a public server; no API key is sent. Its format is undocumented, so the parsed JSON is
        returned as is. Use `get_provider_icon_url` to get the URL of a single icon.

        Returns:
            The icons.

        See https://workos.com/docs/reference/admin-portal/provider-icons
        """
        return await self._requestor.call(_LIST_PROVIDER_ICONS, options=options)

    def get_provider_icon_url(self, theme: ProviderIconTheme, slug: str) -> str:
        """Get the URL of a provider icon.

        The URL is public and can be used directly in a web page. There is no grayscale variant; apply the CSS
        filter `grayscale(100%)` instead. The method does not check whether the icon exists.

        Args:
            theme: The background the icon is designed for.
            slug: The slug of the icon, such as `okta`.

        Returns:
            The URL.

        See https://workos.com/docs/reference/admin-portal/provider-icons
        """
        return self._requestor.url(_GET_PROVIDER_ICON_URL, {"theme": theme, "slug": slug}, {})
