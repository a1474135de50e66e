"""Page through all users of a directory, with a progress bar.

python -m examples.directory_users                          10,000 people in an emulator
WORKOS_API_KEY=… python -m examples.directory_users directory_…
"""

import os
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


def main() -> None:
    """Run it against WorkOS, or an emulator."""
    if "WORKOS_API_KEY" in os.environ and len(sys.argv) == 2:
        with WorkOS() as workos:
            page_through(workos, sys.argv[1])
        return
    emulator = Emulator()
    with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        organization = workos.organizations.create_organization(name="Acme")
        directory = emulator.seed.directory(organization.id)
        for number in range(PEOPLE):
            emulator.seed.directory_user(directory["id"], email=f"user{number}@acme.example")
        page_through(workos, directory["id"], PEOPLE)


if __name__ == "__main__":
    main()
