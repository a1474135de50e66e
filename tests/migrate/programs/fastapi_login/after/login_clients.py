import os
from functools import lru_cache
from typing import Annotated

from fastapi import Depends
from workos_sync import WorkOS as WorkOSClient

COOKIE = "wos_session"
COOKIE_PASSWORD = os.environ["WORKOS_COOKIE_PASSWORD"]


@lru_cache
def get_workos() -> WorkOSClient:
    return WorkOSClient()


WorkOS = Annotated[WorkOSClient, Depends(get_workos)]
