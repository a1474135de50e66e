import asyncio
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import trio

from workos_emulator import Emulator

HEADERS = {"authorization": "Bearer sk_test_emulator"}
URL = "https://api.workos.com"


async def _create_and_list(emulator: Emulator) -> list[str]:
    async with httpx.AsyncClient(transport=emulator.transport, base_url=URL, headers=HEADERS) as client:
        created = await client.post("/organizations", json={"name": "A"})
        assert created.status_code == 201
        listed = await client.get("/organizations", params={"limit": 1})
        return [item["name"] for item in listed.json()["data"]]


def test_asyncio(emulator: Emulator) -> None:
    assert asyncio.run(_create_and_list(emulator)) == ["A"]


def test_trio(emulator: Emulator) -> None:
    assert trio.run(_create_and_list, emulator) == ["A"]


def test_sync(emulator: Emulator) -> None:
    with httpx.Client(transport=emulator.transport, base_url=URL, headers=HEADERS) as client:
        assert client.post("/organizations", json={"name": "A"}).status_code == 201
        assert client.get("/organizations").json()["data"][0]["name"] == "A"


def test_streamed_request_body(emulator: Emulator) -> None:
    def parts() -> Iterator[bytes]:
        yield b'{"name":'
        yield b'"A"}'

    async def async_parts() -> AsyncIterator[bytes]:
        for part in parts():
            yield part

    headers = {**HEADERS, "content-type": "application/json"}

    async def main() -> int:
        async with httpx.AsyncClient(transport=emulator.transport, base_url=URL, headers=headers) as client:
            return (await client.post("/organizations", content=async_parts())).status_code

    with httpx.Client(transport=emulator.transport, base_url=URL, headers=headers) as client:
        assert client.post("/organizations", content=parts()).status_code == 201
    assert asyncio.run(main()) == 201


def test_streamed_response(emulator: Emulator) -> None:
    with (
        httpx.Client(transport=emulator.transport, base_url=URL, headers=HEADERS) as client,
        client.stream("GET", "/organizations") as response,
    ):
        assert b"".join(response.iter_bytes()).startswith(b'{"object":"list"')


def test_emulators_are_separate(emulator: Emulator) -> None:
    other = Emulator(api_key="sk_other")
    with httpx.Client(transport=emulator.transport, base_url=URL, headers=HEADERS) as client:
        client.post("/organizations", json={"name": "A"})
    with httpx.Client(transport=other.transport, base_url=URL) as client:
        assert client.get("/organizations", headers=HEADERS).status_code == 401
        response = client.get("/organizations", headers={"authorization": "Bearer sk_other"})
        assert response.json()["data"] == []


def test_transport_outlives_a_client(emulator: Emulator) -> None:
    transport = emulator.transport
    for _ in range(2):
        with httpx.Client(transport=transport, base_url=URL, headers=HEADERS) as client:
            assert client.get("/organizations").status_code == 200


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_content_length(emulator: Emulator, method: str) -> None:
    with httpx.Client(transport=emulator.transport, base_url=URL, headers=HEADERS) as client:
        response = client.request(method, "/organizations")
    assert response.headers["content-length"] == "72"
    assert len(response.content) == (72 if method == "GET" else 0)
