"""The tests in this folder call every public method of the SDK."""

import re
from pathlib import Path

from .conftest import NodeSdk

NOT_CALLED = {
    # The generic HTTP client, which the methods use.
    *(f"client.{name}" for name in ("get", "post", "put", "patch", "delete", "deleteWithBody")),
    *(f"client.{name}" for name in ("fetchRequest", "fetchRequestWithRetry", "shouldRetryRequest")),
    # Private in TypeScript.
    "actions.computeSignature",
    "agents.getJWKS",
    "agents.validateAccessToken",
    "agents.validateCredentialRemotely",
    "agents.verifyAccessTokenClaims",
    "pkce.base64UrlEncode",
    "userManagement.isValidJwt",
    "userManagement.prepareAuthenticationResponse",
    "userManagement.resolveClientId",
    "userManagement.sealSessionDataFromAuthenticationResponse",
    "vault.decode",
    "webhooks.parseVerifiedPayload",
    # Called by a command of sdk.mjs.
    "featureFlags.createRuntimeClient",
    # They return class instances; their use is tested by the sealed values in tests/interop.
    "actions.constructAction",
    "webhooks.constructEvent",
}


def test_every_method_is_called(node: NodeSdk) -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    called = set(re.findall(r'node\(\s*"([a-zA-Z]+\.[a-zA-Z0-9]+)"', sources.replace("'", '"')))
    methods = set(node.send("methods"))
    assert methods - called - NOT_CALLED == set(), "the newest SDK has methods that no test calls"
    assert called - methods == set()
    assert NOT_CALLED - methods == set()
