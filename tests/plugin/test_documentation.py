"""The tests in docs/testing.md pass as they are, in a project with an application that they call."""

import pytest

from tests.docs.blocks import blocks
from tests.plugin.projects import run

pytest_plugins = ["pytester"]

CONFTEST = '''
import json

import pytest

import workos_async
from workos_core.webhooks import SignatureVerificationError, construct_event


class Application:
    """An application with a page for signed-in users, and an endpoint for webhooks."""

    def __init__(self, workos, password, secret):
        self.workos, self.password, self.secret = workos, password, secret
        self.statuses = []

    async def get(self, path, headers=None, cookies=None):
        if headers:
            assert (await self.workos.verify_access_token(headers["Authorization"].removeprefix("Bearer "))).sub
        else:
            assert await self.workos.user_management.authenticate_with_session_cookie(
                session_data=cookies["wos-session"], cookie_password=self.password
            )

    def post(self, path, content, headers):
        try:
            construct_event(content, headers["WorkOS-Signature"], self.secret)
        except SignatureVerificationError as error:
            self.statuses.append(error.reason)


@pytest.fixture
def client(workos_client, workos_sign_in, workos_webhooks):
    application = Application(workos_client, workos_sign_in.cookie_password, workos_webhooks.secret)
    yield application
    assert not application.statuses

'''


def test_examples_of_the_documentation(project: pytest.Pytester) -> None:
    page = blocks("testing.md", "python")
    assert len(page) == 8
    project.makepyfile("import pytest\n\n" + "\n\n".join(block.text for block in page))
    project.makeconftest(CONFTEST)
    project.path.joinpath("acme.yaml").write_text("organizations:\n  - {key: acme, name: Acme}\n", encoding="utf-8")
    # The fixture of the page limits test_organization and test_me to asyncio.
    run(project, "--strict-markers").assert_outcomes(passed=7)
