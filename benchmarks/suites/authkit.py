"""Session authentication: its cost, and whether fetching the JWKS blocks the event loop."""

import asyncio
import base64
import hashlib
import hmac
import itertools
import json
import threading
import time
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from benchmarks.benchmark import OFFICIAL, Benchmark, Implementation, Run, Target
from benchmarks.clients import new_runner
from benchmarks.data import user

KEY = "sk_test_benchmark"
FERNET_KEY = base64.urlsafe_b64encode(bytes(32)).decode()
PASSWORD = FERNET_KEY  # 44 characters: valid for both formats
LATENCY = 0.5
"""Seconds that the JWKS endpoint takes to respond."""


@cache
def signing_key() -> Any:
    from cryptography.hazmat.primitives.asymmetric import rsa

    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(client_id: str) -> str:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding

    now = int(time.time())
    claims = {
        "iss": "https://api.workos.com",
        "sub": "user_1",
        "sid": "session_1",
        "jti": "1",
        "client_id": client_id,
        "org_id": "org_1",
        "role": "admin",
        "permissions": [f"things:{number}" for number in range(20)],
        "auth_time": now,
        "iat": now,
        "exp": now + 3600,
    }
    head = {"alg": "RS256", "kid": "key_1"}
    signed = ".".join(text(json.dumps(part).encode()) for part in (head, claims))
    return f"{signed}.{text(signing_key().sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def key_set() -> bytes:
    numbers = signing_key().public_key().public_numbers()
    n, e = text(numbers.n.to_bytes(256, "big")), text(numbers.e.to_bytes(3, "big"))
    return json.dumps({"keys": [{"kty": "RSA", "kid": "key_1", "alg": "RS256", "use": "sig", "n": n, "e": e}]}).encode()


def serve_jwks(latency: float) -> str:
    """Start a JWKS server that responds after `latency` seconds, and return its base URL."""

    class JWKSHandler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            time.sleep(latency)
            content = key_set()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), JWKSHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def official_session(base_url: str, client_id: str) -> Any:
    from workos import AsyncWorkOSClient
    from workos.session import seal_session_from_auth_response

    client = AsyncWorkOSClient(api_key=KEY, client_id=client_id, base_url=base_url)
    cookie = seal_session_from_auth_response(
        access_token=token(client_id), refresh_token="r" * 25, user=user(1), cookie_password=FERNET_KEY
    )
    return lambda: client.user_management.load_sealed_session(session_data=cookie, cookie_password=FERNET_KEY)


def this_session(base_url: str, client_id: str) -> Any:
    from workos_async import WorkOS
    from workos_core.auth.sessions.session_cookie import seal_session
    from workos_core.auth.sessions.session_data import SessionData

    workos = WorkOS(KEY, client_id=client_id, base_url=base_url)
    session = SessionData(access_token=token(client_id), refresh_token="r" * 25, user=user(1))
    cookie = seal_session(session, PASSWORD)
    return lambda: workos.user_management.load_sealed_session(session_data=cookie, cookie_password=PASSWORD)


async def authenticate(session: Any) -> None:
    """Authenticate a session, with a sync or an async `authenticate`."""
    result = session.authenticate()
    if asyncio.iscoroutine(result):
        result = await result
    if not result.authenticated:
        raise SystemExit(f"not authenticated: {result.reason}")


def repeated_authentication(load: Any) -> Run:
    runner = new_runner()

    async def steps(times: int) -> None:
        for _ in range(times):
            await authenticate(load())

    runner.run(steps(10))  # imports modules and fetches the JWKS
    return lambda times: runner.run(steps(times))


def longest_stall(session_for: Any) -> Run:
    """Return the longest time in milliseconds for which authenticating a session blocks the event loop while the JWKS is fetched."""
    url = serve_jwks(LATENCY)
    numbers = itertools.count()

    async def measured() -> float:
        load = session_for(url, f"client_{next(numbers)}")
        longest, done = 0.0, False

        async def watch() -> None:
            nonlocal longest
            before = time.perf_counter()
            while not done:
                await asyncio.sleep(0.001)
                now = time.perf_counter()
                longest, before = max(longest, now - before), now

        watching = asyncio.create_task(watch())
        await asyncio.sleep(0.01)
        await authenticate(load())
        await asyncio.sleep(0)
        done = True
        await watching
        return longest * 1000

    asyncio.run(measured())  # imports modules
    return lambda _: asyncio.run(measured())


def bare() -> Run:
    """Derive the keys, verify the seal and decrypt it, verify one signature, and parse the JSON, without an SDK."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    signed, _, signature = token("client_1").rpartition(".")
    raw = base64.urlsafe_b64decode(signature + "==")
    public = signing_key().public_key()
    key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), b"s" * 64, 1, 32)
    content = json.dumps({"accessToken": f"{signed}.{signature}", "refreshToken": "r" * 25, "user": user(1)}).encode()
    content += b" " * (-len(content) % 16)
    encryptor = Cipher(algorithms.AES256(key), modes.CBC(bytes(16))).encryptor()
    sealed = text(encryptor.update(content) + encryptor.finalize())

    def run(times: int) -> None:
        for _ in range(times):
            mac_key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), b"m" * 64, 1, 32)
            hmac.digest(mac_key, sealed.encode(), "sha256")
            decryption_key = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), b"s" * 64, 1, 32)
            decryptor = Cipher(algorithms.AES256(decryption_key), modes.CBC(bytes(16))).decryptor()
            data = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
            json.loads(decryptor.update(data) + decryptor.finalize())
            public.verify(raw, signed.encode(), padding.PKCS1v15(), hashes.SHA256())
            json.loads(base64.urlsafe_b64decode(signed.partition(".")[2] + "=="))

    return run


BENCHMARKS = {
    "authenticate": Benchmark(
        "Authenticate a session cookie",
        "cpu",
        [
            Implementation(
                OFFICIAL, "official", lambda: repeated_authentication(official_session(serve_jwks(0), "client_1"))
            ),
            Implementation(
                "this SDK",
                "httpx",
                lambda: repeated_authentication(this_session(serve_jwks(0), "client_1")),
                targets=[Target(0.42)],
            ),
            Implementation(
                "this SDK, speed extra",
                "speed",
                lambda: repeated_authentication(this_session(serve_jwks(0), "client_1")),
                targets=[Target(0.4)],
            ),
            Implementation("cryptography, base64 and JSON only", "bare", bare),
        ],
    ),
    "stall": Benchmark(
        f"Longest event-loop stall while the JWKS takes {LATENCY} s",
        "value",
        [
            Implementation(OFFICIAL, "official", lambda: longest_stall(official_session)),
            Implementation("this SDK", "httpx", lambda: longest_stall(this_session), targets=[Target(20, "1 ms")]),
            Implementation("1 ms", "bare", lambda: lambda _: 1.0),
        ],
        unit="ms",
        rounds=10,
    ),
}
