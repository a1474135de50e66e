"""Connection faults behave the same in process and over a socket."""

import random
from collections.abc import Iterator

import anyio
import httpx
import pytest

from workos_emulator import Emulator

from ..support import Api

HEADERS = {"authorization": "Bearer sk_test_emulator"}


@pytest.fixture(params=["in process", "socket"])
def client(request: pytest.FixtureRequest, emulator: Emulator) -> Iterator[httpx.Client]:
    if request.param == "socket":
        with emulator.serve() as url, httpx.Client(base_url=url, headers=HEADERS) as client:
            yield client
    else:
        with httpx.Client(transport=emulator.transport, base_url="http://emulator", headers=HEADERS) as client:
            yield client


def test_reset_before_handling(client: httpx.Client, emulator: Emulator) -> None:
    emulator.faults.add(connection="reset", method="POST")
    with pytest.raises(httpx.ReadError):
        client.post("/organizations", json={"name": "A"})
    assert client.get("/organizations").json()["data"] == []


def test_reset_after_handling(client: httpx.Client, emulator: Emulator) -> None:
    emulator.faults.add(connection="reset_after", method="POST")
    with pytest.raises(httpx.ReadError):
        client.post("/organizations", json={"name": "A"})
    assert [item["name"] for item in client.get("/organizations").json()["data"]] == ["A"]


def test_truncated_body(client: httpx.Client, emulator: Emulator) -> None:
    emulator.faults.add(connection="truncate")
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        client.get("/organizations")
    assert client.get("/organizations").status_code == 200


def test_truncated_error(client: httpx.Client, emulator: Emulator) -> None:
    emulator.faults.add(connection="truncate", status=500)
    with pytest.raises(httpx.RemoteProtocolError):
        client.get("/organizations")


def test_async(emulator: Emulator) -> None:
    async def main() -> None:
        emulator.faults.add(connection="reset")
        async with httpx.AsyncClient(transport=emulator.transport, base_url="http://emulator") as client:
            with pytest.raises(httpx.ReadError):
                await client.get("/organizations")

    anyio.run(main)


def test_other_asgi_servers(emulator: Emulator) -> None:
    async def main() -> None:
        emulator.faults.add(connection="reset")
        transport = httpx.ASGITransport(emulator.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://emulator") as client:
            with pytest.raises(ConnectionError):
                await client.get("/organizations")

    anyio.run(main)


def test_seeded_probability(api: Api, emulator: Emulator) -> None:
    source = random.Random(7)
    expected = [source.random() < 0.5 for _ in range(20)]
    fault = emulator.faults.add(status=503, count=None, probability=0.5, seed=7)
    assert [api.client.get("/organizations").status_code == 503 for _ in range(20)] == expected
    assert len(set(expected)) == 2
    assert fault.remaining is None
    emulator.faults.remove(fault.number)
    assert [api.client.get("/organizations").status_code for _ in range(10)] == [200] * 10


def test_untriggered_fault_passes_to_the_next(api: Api, emulator: Emulator) -> None:
    emulator.faults.add(status=500, count=None, probability=0)
    emulator.faults.add(status=503, count=1)
    assert api.client.get("/organizations").status_code == 503


@pytest.mark.parametrize("wrong", [{}, {"status": 500, "probability": 2}, {"connection": "cut"}, {"delay": -1}])
def test_invalid_faults(emulator: Emulator, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"fault needs|probability|connection|delay"):
        emulator.faults.add(**wrong)  # type: ignore[arg-type]
