import io
import json
import time

from emulated import emulated

from workos_core.webhooks.signatures import sign

with emulated() as emulator:
    from workos_testing import Webhooks

    user = emulator.create("users", email="ada@acme.com")

    import webhook_worker

    request = Webhooks(emulator, "whsec").latest("user.created")
    signature = request.headers["WorkOS-Signature"]
    environ = {
        "wsgi.input": io.BytesIO(request.body),
        "CONTENT_LENGTH": str(len(request.body)),
        "HTTP_WORKOS_SIGNATURE": signature,
    }
    statuses: list[str] = []
    list(webhook_worker.app(environ, lambda status, headers: statuses.append(status)))
    assert statuses == ["200 -"]
    assert webhook_worker.handled == [("user.created", user["id"])]
    assert webhook_worker.handle(request.body, signature[:-4] + "0000") == 400
    body = json.dumps({"id": "action_1", "object": "authentication_action_context"}).encode()
    allowed = json.loads(webhook_worker.allow(body, sign(body, "whsec", now=time.time())))
    assert allowed == {"context": "authentication_action_context", "response": "authentication_action_response"}
