"""One client per process: Celery forks its workers."""
import functools
import os
from typing import Optional

import workos_sync
from workos_sync import WorkOS as _Client


class ThrottledClient(_Client):
    """A client with the settings of background jobs."""

    def __init__(self, api_key: Optional[str] = None) -> None:
        super().__init__(
            api_key=api_key or os.environ["WORKOS_API_KEY"],
            client_id=os.environ.get("WORKOS_CLIENT_ID"),
            timeout=30,
            max_retries=5,
        )


@functools.lru_cache(maxsize=None)
def get_client() -> ThrottledClient:
    return ThrottledClient()


class Services:
    """What the tasks need."""

    def __init__(self, workos: Optional[workos_sync.WorkOS] = None) -> None:
        self._workos = workos

    @property
    def workos(self) -> workos_sync.WorkOS:
        if self._workos is None:
            self._workos = get_client()
        return self._workos

    @functools.cached_property
    def directories(self):  # type: ignore[no-untyped-def]
        return self.workos.directory_sync
