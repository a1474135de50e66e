"""The pages of the example apps, and an emulator with a test user for running them without a WorkOS account."""

import os
from argparse import ArgumentParser
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, nullcontext, suppress
from html import escape

from workos_emulator import Emulator
from workos_sync import Identity, WorkOS

COOKIE_PASSWORD = "only for the examples: 32 characters or more"  # noqa: S105 - real apps read it from the environment
EMAIL, PASSWORD = "ada@example.com", "correct horse 42"
_STYLE = """
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem; color: #1b1b1f; background: #fff }
button, .button { font: inherit; padding: .5rem 1rem; border: 0; border-radius: .4rem; background: #2b4acb; color: #fff; text-decoration: none }
button.quiet { background: #e6e8f0; color: #1b1b1f }
form { display: inline-block; margin: 0 .5rem .5rem 0 }
dt { font-weight: 600 } dd { margin: 0 0 .5rem }
"""


def run(serve: Callable[[str, int], object]) -> None:
    """Serve an app until Ctrl-C, with WorkOS if `WORKOS_API_KEY` is set, and with an emulator otherwise.

    Args:
        serve: A function that serves the app. Its arguments are the URL of the app and the local port.
    """
    parser = ArgumentParser()
    parser.add_argument("--port", type=int, default=8000, help="the port to serve on (default: %(default)s)")
    port = parser.parse_args().port
    with suppress(KeyboardInterrupt), nullcontext() if "WORKOS_API_KEY" in os.environ else running_emulator():
        print(f"The app is running at http://localhost:{port}", flush=True)
        serve(f"http://localhost:{port}", port)


@contextmanager
def running_emulator() -> Generator[Emulator]:
    """Run an emulator and configure the SDK to use it. One user is a member of two organizations, one of which has a directory."""
    emulator = Emulator()
    with emulator.serve() as base_url:
        os.environ.update(
            WORKOS_API_KEY=emulator.api_key,
            WORKOS_CLIENT_ID=emulator.client_id,
            WORKOS_BASE_URL=base_url,
            WORKOS_COOKIE_PASSWORD=os.environ.get("WORKOS_COOKIE_PASSWORD") or COOKIE_PASSWORD,
        )
        with WorkOS() as workos:
            ada = workos.user_management.create_user(
                email=EMAIL, password=PASSWORD, first_name="Ada", email_verified=True
            )
            for name in ("Acme", "Initech"):
                organization = workos.organizations.create_organization(name=name)
                workos.user_management.create_organization_membership(user_id=ada.id, organization_id=organization.id)
            directory = emulator.seed.directory(organization.id)
            for name in ("bill", "peter"):
                emulator.seed.directory_user(directory["id"], email=f"{name}@initech.example")
        print(f"The emulator is running at {base_url}. Sign in as {EMAIL} with the password {PASSWORD!r}.", flush=True)
        yield emulator


def home_page(
    identity: Identity | None, organizations: Iterable[tuple[str, str]] = (), directory_users: Iterable[str] = ()
) -> str:
    """Return the home page.

    Args:
        identity: The signed-in user, or None.
        organizations: The IDs and names of the user's organizations, to switch between.
        directory_users: Names from the directory, if the app follows one.
    """
    if identity is None or identity.user is None:
        return _page("Welcome", '<p><a class="button" href="/login">Sign in</a></p>')
    names = dict(organizations)
    current_organization = names.get(identity.organization_id or "", "none")
    forms = "".join(
        f'<form method="post" action="/switch-organization"><input type="hidden" name="organization_id" value="{escape(id)}">'
        f'<button class="quiet">Switch to {escape(name)}</button></form>'
        for id, name in names.items()
        if id != identity.organization_id
    )
    items = "".join(f"<li>{escape(name)}</li>" for name in directory_users)
    directory = f"<h2>Directory</h2><ul>{items}</ul>" if items else ""
    user_name = escape(identity.user.first_name or identity.user.email)
    warning = "<p><strong>You are impersonating this user.</strong></p>" if identity.is_impersonated else ""
    return _page(
        f"Hello, {user_name}",
        f"{warning}<dl><dt>Email</dt><dd>{escape(identity.user.email)}</dd>"
        f"<dt>Organization</dt><dd>{escape(current_organization)}</dd><dt>Role</dt><dd>{escape(identity.role or 'none')}</dd></dl>"
        f'{forms}<form method="post" action="/logout"><button>Sign out</button></form>{directory}',
    )


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>{_STYLE}</style></head>'
        f"<body><main><h1>{title}</h1>{body}</main></body></html>"
    )
