import time

import anyio
import httpx
import pytest

from workos_emulator import Emulator

from ..support import Api


def statuses(api: Api, count: int, method: str = "GET", path: str = "/organizations") -> list[int]:
    return [
        api.client.request(method, path, json={"name": "A"} if method == "POST" else None).status_code
        for _ in range(count)
    ]


def test_count(api: Api, emulator: Emulator) -> None:
    emulator.faults.add(status=503, count=2)
    assert statuses(api, 4) == [503, 503, 200, 200]
    assert len(emulator.faults) == 0


def test_in_order(api: Api, emulator: Emulator) -> None:
    emulator.faults.add(status=429)
    emulator.faults.add(status=500)
    assert statuses(api, 3) == [429, 500, 200]


def test_matching(api: Api, emulator: Emulator) -> None:
    fault = emulator.faults.add(status=500, method="post", path="/organizations*")
    assert statuses(api, 1) == [200]
    assert statuses(api, 1, "POST", "/organization_domains") == [422]
    assert fault.remaining == 1
    assert statuses(api, 2, "POST") == [500, 201]


def test_faulty_request_changes_nothing(api: Api, emulator: Emulator) -> None:
    emulator.faults.add(status=500, method="POST")
    statuses(api, 1, "POST")
    assert api("GET", "/organizations")["data"] == []


def test_headers_and_body(api: Api, emulator: Emulator) -> None:
    emulator.faults.add(status=429, retry_after=2, headers={"X-Extra": "1"})
    response = api.client.get("/organizations")
    assert response.headers["retry-after"] == "2"
    assert response.headers["x-extra"] == "1"
    assert response.headers["x-request-id"]
    assert response.json() == {"message": "Too many requests."}

    emulator.faults.add(status=502, body="<html>Bad gateway</html>", retry_after="Sat, 31 Jan 2026 12:00:05 GMT")
    response = api.client.get("/organizations")
    assert response.text == "<html>Bad gateway</html>"
    assert response.headers["content-type"].startswith("text/html")
    assert response.headers["retry-after"] == "Sat, 31 Jan 2026 12:00:05 GMT"

    emulator.faults.add(status=403, body={"code": "x"})
    assert api.client.get("/organizations").json() == {"code": "x"}
    emulator.faults.add(status=200, body=b"\xff\x00")
    with httpx.Client(transport=emulator.transport) as client:
        assert client.get("https://api.workos.com/organizations").content == b"\xff\x00"


def test_delay_keeps_the_normal_response(api: Api, emulator: Emulator) -> None:
    emulator.faults.add(delay=0.05)
    start = time.monotonic()
    assert api("GET", "/organizations")["data"] == []
    assert time.monotonic() - start >= 0.05


def test_delay_exceeds_read_timeout(api: Api, emulator: Emulator) -> None:
    emulator.faults.add(delay=60)
    start = time.monotonic()
    with pytest.raises(httpx.ReadTimeout) as caught:
        api.client.get("/organizations", timeout=0.02)
    assert time.monotonic() - start < 10
    assert caught.value.request.url.path == "/organizations"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_delay_does_not_block_other_requests(emulator: Emulator, backend: str) -> None:
    emulator.faults.add(delay=5, path="/organizations/slow")
    finished: list[str] = []

    async def get(client: httpx.AsyncClient, path: str) -> None:
        await client.get(path)
        finished.append(path)

    async def main() -> None:
        transport = emulator.transport
        async with httpx.AsyncClient(transport=transport, base_url="https://api.workos.com") as client:
            with anyio.move_on_after(0.2):
                async with anyio.create_task_group() as group:
                    group.start_soon(get, client, "/organizations/slow")
                    await anyio.sleep(0.01)
                    group.start_soon(get, client, "/organizations/fast")

    anyio.run(main, backend=backend)
    assert finished == ["/organizations/fast"]


def test_clear(api: Api, emulator: Emulator) -> None:
    emulator.faults.add(status=500, count=100)
    emulator.faults.clear()
    assert statuses(api, 1) == [200]


def test_invalid_arguments(emulator: Emulator) -> None:
    with pytest.raises(ValueError, match="status, delay or connection"):
        emulator.faults.add()
    with pytest.raises(ValueError, match="from 200 to 599"):
        emulator.faults.add(status=100)
    with pytest.raises(ValueError, match="count"):
        emulator.faults.add(status=500, count=0)
    with pytest.raises(ValueError, match="delay"):
        emulator.faults.add(delay=-1)
