import os

from workos import WorkOSClient

SECRET_KEY = "only-for-tests"
ROOT_URLCONF = "members_site.urls"
ALLOWED_HOSTS = ["*"]
MIDDLEWARE: list[str] = []

WORKOS_CLIENT = WorkOSClient(
    api_key=os.environ["WORKOS_API_KEY"], client_id=os.environ["WORKOS_CLIENT_ID"]
)
