from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from .services import Members


def members(request: HttpRequest, organization_id: str) -> HttpResponse:
    emails = Members(settings.WORKOS_CLIENT, organization_id).emails()
    return JsonResponse({"members": sorted(emails)})


def add_member(request: HttpRequest, organization_id: str) -> HttpResponse:
    service = Members(settings.WORKOS_CLIENT, organization_id)
    return JsonResponse({"added": service.add(request.GET["user_id"])})


def start_reset(request: HttpRequest) -> HttpResponse:
    client = settings.WORKOS_CLIENT
    reset = client.user_management.create_password_reset(email=request.GET["email"])
    user = client.user_management.reset_password(
        token=reset.password_reset_token, new_password="correct horse 43"
    )
    return JsonResponse({"email": user.email})
