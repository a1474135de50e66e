"""What both examples of MCP servers share: the settings, and an emulator for running them without a WorkOS account."""

import os
from argparse import ArgumentParser
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress

import uvicorn

from examples.shared import running_emulator
from workos_mcp import AuthKitResource
from workos_sync import WorkOS


def run(create_app: Callable[[AuthKitResource], object]) -> None:
    """Serve an MCP server until Ctrl-C: with your AuthKit domain if `AUTHKIT_DOMAIN` is set, and with an emulator otherwise.

    Args:
        create_app: Returns the ASGI application.
    """
    parser = ArgumentParser()
    parser.add_argument("--port", type=int, default=8000, help="the port to serve on (default: %(default)s)")
    port = parser.parse_args().port
    url = f"http://localhost:{port}/mcp"
    with suppress(KeyboardInterrupt), _authkit_domain(url) as domain:
        app = create_app(AuthKitResource(domain, url, scopes=["openid", "offline_access"]))
        print(f"The MCP server is running at {url}", flush=True)
        uvicorn.run(app, port=port, log_level="warning")  # type: ignore[arg-type]


@contextmanager
def _authkit_domain(url: str) -> Generator[str]:
    domain = os.environ.get("AUTHKIT_DOMAIN")
    if domain:
        yield domain
        return
    with running_emulator() as emulator, WorkOS() as workos:
        emulator.settings.dynamic_client_registration = emulator.settings.client_id_metadata_documents = True
        workos.user_management.create_authkit_oauth_resource(uri=url)
        yield os.environ["WORKOS_BASE_URL"]
