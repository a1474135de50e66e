"""Error pages."""

from .tour import Tour, journey


@journey
def errors(tour: Tour) -> None:
    tour.open("/hosted/sign-in", flow="none")
    tour.stop("error-ended")
    tour.open("/hosted/none")
    tour.stop("error-not-found")
    tour.open("/organizations")
    tour.stop("error-api")
    tour.open("/user_management/authorize", client_id="none")
    tour.stop("error-authorization-url")
    tour.start()
    tour.open("/hosted/organization", flow=tour.visitor.url.partition("flow=")[2])
    tour.stop("error-not-signed-in")
    tour.open("/hosted/continue", flow=tour.visitor.url.partition("flow=")[2])
    tour.stop("error-not-signed-in-before")
