"""Page through all users of a directory, with a progress bar.

python -m examples.directory_users                          10,000 people in an emulator
WORKOS_API_KEY=… python -m examples.directory_users directory_…
"""

import sys

from workos_emulator import Emulator
from workos_sync import WorkOS

PEOPLE = 10_000


def page_through(workos: WorkOS, directory_id: str, expected: int | None = None) -> int:
    """Count the users of a directory and show how far that is.

    Args:
        workos: The client.
        directory_id: The directory.
        expected: How many there will be, if that is known: the API does not say.
    """
    seen = 0
    for page in workos.directory_sync.list_users(directory=directory_id, limit=100).pages():
        seen += len(page.data)
        share = min(1.0, seen / expected) if expected else 0.0
        bar = f"[{'#' * round(30 * share):<30}] {share:4.0%} " if expected else ""
        print(f"\r{bar}{seen:,} people", end="", flush=True)
    print()
    return seen


def main(directory_id: str | None = None) -> None:
    """Run it against WorkOS, or an emulator.

    Args:
        directory_id: The directory; None makes one in an emulator.
    """
    if directory_id is not None:
        with WorkOS() as workos:
            page_through(workos, directory_id)
        return
    emulator = Emulator()
    # WorkOS gives four pages of a directory a second, and the client keeps to that; an emulator has no limits unless it is told to.
    with WorkOS(emulator.api_key, transport=emulator.transport, rate_limiter=None) as workos:
        organization = workos.organizations.create_organization(name="Acme")
        directory = emulator.seed.directory(organization.id)
        for number in range(PEOPLE):
            emulator.seed.directory_user(directory["id"], email=f"user{number}@acme.example")
        page_through(workos, directory["id"], PEOPLE)


if __name__ == "__main__":
    main(*sys.argv[1:2])
