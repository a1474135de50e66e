"""Page through all users of a directory, with a progress bar.

python -m examples.directory_users                                      10,000 users in an emulator
WORKOS_API_KEY=… python -m examples.directory_users directory_…         a directory in WorkOS
"""

import sys

from workos_emulator import Emulator
from workos_sync import WorkOS

USERS = 10_000


def page_through(workos: WorkOS, directory_id: str, expected: int | None = None) -> int:
    """Count the users of a directory and show the progress.

    Args:
        workos: The client.
        directory_id: The directory.
        expected: The number of users, if you know it. The API does not return a total.
    """
    count = 0
    for page in workos.directory_sync.list_users(directory=directory_id, limit=100).pages():
        count += len(page.data)
        share = min(1.0, count / expected) if expected else 0.0
        bar = f"[{'#' * round(30 * share):<30}] {share:4.0%} " if expected else ""
        print(f"\r{bar}{count:,} users", end="", flush=True)
    print()
    return count


def main(directory_id: str | None = None) -> None:
    """Run the example with WorkOS or an emulator.

    Args:
        directory_id: The directory in WorkOS. None creates a directory in an emulator.
    """
    if directory_id is not None:
        with WorkOS() as workos:
            page_through(workos, directory_id)
        return
    emulator = Emulator()
    # WorkOS serves four pages of a directory per second, and the client respects that. The emulator has no rate limits by default.
    with WorkOS(emulator.api_key, transport=emulator.transport, rate_limiter=None) as workos:
        organization = workos.organizations.create_organization(name="Acme")
        directory = emulator.seed.directory(organization.id)
        for number in range(USERS):
            emulator.seed.directory_user(directory["id"], email=f"user{number}@acme.example")
        page_through(workos, directory["id"], USERS)


if __name__ == "__main__":
    main(*sys.argv[1:2])
