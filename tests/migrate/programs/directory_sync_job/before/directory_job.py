"""Copies the users and groups of every directory, with cursors, as a nightly job."""

from __future__ import annotations

import logging
import time
from typing import Dict, List, Optional

from workos import RateLimitExceededError, ServerError, WorkOSClient, WorkOSError
from workos._errors import WorkOSConnectionError, WorkOSTimeoutError

log = logging.getLogger("directory_job")
workos_client = WorkOSClient(request_timeout=10, max_retries=0)
directory_sync = workos_client.directory_sync


def fetch_users(directory_id: str) -> List[str]:
    emails: List[str] = []
    cursor: Optional[str] = None
    while True:
        page = directory_sync.list_users(directory=directory_id, after=cursor, limit=2)
        for user in page.data:
            emails.append(user.email or "?")
        cursor = page.after
        if not cursor:
            break
    return sorted(emails)


def fetch_groups(directory_id: str) -> List[str]:
    groups = directory_sync.list_groups(directory=directory_id)
    names = [group.name for group in groups.data]
    while groups.has_more():
        groups = directory_sync.list_groups(directory=directory_id, after=groups.after)
        names += [group.name for group in groups.data]
    return sorted(names)


def run() -> Dict[str, List[str]]:
    result: Dict[str, List[str]] = {}
    for directory in directory_sync.list_directories().auto_paging_iter():
        result[directory.name] = fetch_users(directory.id) + fetch_groups(directory.id)
    return result


def run_with_retries(attempts: int = 3) -> str:
    for _ in range(attempts):
        try:
            run()
            return "done"
        except RateLimitExceededError as error:
            time.sleep(error.retry_after or 0)
        except WorkOSConnectionError:
            return "connection"
        except WorkOSTimeoutError:
            return "timeout"
        except ServerError as error:
            log.warning("server error %s: %s", error.status_code, error)
        except WorkOSError as error:
            log.error("failed with %s", getattr(error, "status_code", None))
            raise
    return "failed"
