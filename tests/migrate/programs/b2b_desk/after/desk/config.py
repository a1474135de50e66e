"""Settings, read from the environment."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    cookie_password: str
    webhook_secret: str
    redirect_uri: str = "http://testserver/callback"
    cookie_name: str = "desk_session"
    request_timeout: int = 8


def load() -> Settings:
    return Settings(
        cookie_password=os.environ["DESK_COOKIE_PASSWORD"],
        webhook_secret=os.environ.get("DESK_WEBHOOK_SECRET", "whsec"),
    )
