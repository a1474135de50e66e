import pytest

from ..sdk import SDK, SDKS


@pytest.fixture(params=SDKS, ids=lambda sdk: sdk.variant)
def sdk(request: pytest.FixtureRequest) -> SDK:
    """The async and the sync SDK: every test runs with both."""
    sdk: SDK = request.param
    return sdk
