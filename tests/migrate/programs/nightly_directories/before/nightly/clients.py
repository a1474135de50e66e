"""One client per process: Celery forks its workers."""
import functools
import os
from typing import Optional

import workos as workos_sdk
from workos import WorkOSClient as _Client


class ThrottledClient(_Client):
    """A client with the settings of background jobs."""

    def __init__(self, api_key: Optional[str] = None) -> None:
        super().__init__(
            api_key=api_key or os.environ["WORKOS_API_KEY"],
            client_id=os.environ.get("WORKOS_CLIENT_ID"),
            request_timeout=30,
            max_retries=5,
        )


@functools.lru_cache(maxsize=None)
def get_client() -> ThrottledClient:
    return ThrottledClient()


class Services:
    """What the tasks need."""

    def __init__(self, workos: Optional[workos_sdk.WorkOSClient] = None) -> None:
        self._workos = workos

    @property
    def workos(self) -> workos_sdk.WorkOSClient:
        if self._workos is None:
            self._workos = get_client()
        return self._workos

    @functools.cached_property
    def directories(self):  # type: ignore[no-untyped-def]
        return self.workos.directory_sync
