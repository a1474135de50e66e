"""Mistakes in the settings of a client."""

# Type checkers report these mistakes, too.
# mypy: disable-error-code="arg-type, attr-defined, call-arg"
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false, reportCallIssue=false

import re
from pathlib import Path
from typing import Any

import httpx

from tests.mistakes.mistake import Mistake, NoRequests
from workos_core.errors import ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError
from workos_core.http.connection_settings import ConnectionLimits
from workos_core.http.hooks import Hooks
from workos_core.http.retry_policy import RetryPolicy
from workos_core.http.timeouts import Timeout

KEY = "sk_test_1"
T: Any = InvalidArgumentTypeError
C = ConfigurationError
MISTAKES = [
    Mistake("bytes as API key", lambda sdk: sdk.new(b"sk_x"), C, "api_key must be a str, not bytes; call .decode()"),
    Mistake("a number as API key", lambda sdk: sdk.new(5), C, "api_key must be a str, not int"),
    Mistake(
        "an API key in quotes",
        lambda sdk: sdk.new('"sk_x"'),
        C,
        "api_key starts with a quotation mark; remove the quotation marks from it or WORKOS_API_KEY",
    ),
    Mistake(
        "an API key in quotes in the environment",
        lambda sdk: sdk.new(),
        C,
        "api_key starts with a quotation mark; remove the quotation marks from it or WORKOS_API_KEY",
        environment={"WORKOS_API_KEY": "'sk_x'"},
    ),
    Mistake(
        "an API key with a line break",
        lambda sdk: sdk.new("sk_x\n"),
        C,
        "api_key has an invalid character, such as a space or a line break; check it or WORKOS_API_KEY",
    ),
    Mistake(
        "an API key with its scheme",
        lambda sdk: sdk.new("Bearer sk_x"),
        C,
        "api_key has an invalid character, such as a space or a line break; check it or WORKOS_API_KEY",
    ),
    Mistake(
        "a client ID as API key",
        lambda sdk: sdk.new("client_1"),
        C,
        "api_key is a client ID; an API key starts with sk_. Check it or WORKOS_API_KEY",
    ),
    Mistake(
        "an API key as client ID",
        lambda sdk: sdk.new(client_id="sk_x"),
        C,
        "client_id is an API key; a client ID starts with client_. Check it or WORKOS_CLIENT_ID",
    ),
    Mistake(
        "swapped API key and client ID",
        lambda sdk: sdk.new("client_1", client_id="sk_x"),
        C,
        "api_key is a client ID and client_id is an API key; swap them, or WORKOS_API_KEY and WORKOS_CLIENT_ID",
    ),
    Mistake(
        "bytes as client ID",
        lambda sdk: sdk.new(KEY, client_id=b"client_1"),
        C,
        "client_id must be a str, not bytes; call .decode()",
    ),
    Mistake(
        "a client ID in quotes",
        lambda sdk: sdk.new(KEY, client_id="“client_1”"),
        C,
        "client_id starts with a quotation mark; remove the quotation marks from it or WORKOS_CLIENT_ID",
    ),
    Mistake(
        "a base URL without a scheme",
        lambda sdk: sdk.new(KEY, base_url="api.workos.com"),
        C,
        "base_url 'api.workos.com' must look like https://api.workos.com; check it or WORKOS_BASE_URL",
    ),
    Mistake(
        "a base URL with another scheme",
        lambda sdk: sdk.new(KEY, base_url="ftp://api.workos.com"),
        C,
        "base_url 'ftp://api.workos.com' must look like https://api.workos.com; check it or WORKOS_BASE_URL",
    ),
    Mistake(
        "a base URL with a bad port",
        lambda sdk: sdk.new(KEY, base_url="https://api.workos.com:99999"),
        C,
        "base_url 'https://api.workos.com:99999' is malformed (Port out of range 0-65535); check it or WORKOS_BASE_URL",
    ),
    Mistake(
        "a base URL with a query",
        lambda sdk: sdk.new(KEY, base_url="https://api.workos.com?x=1"),
        C,
        "base_url must not have a user, query or fragment; check it or WORKOS_BASE_URL",
    ),
    Mistake(
        "a base URL with a password",
        lambda sdk: sdk.new(KEY, base_url="https://a:b@api.workos.com"),
        C,
        "base_url must not have a user, query or fragment; check it or WORKOS_BASE_URL",
    ),
    Mistake(
        "plain http to another host",
        lambda sdk: sdk.new(KEY, base_url="http://emulator:8000"),
        C,
        "base_url 'http://emulator:8000' would send the API key unencrypted; use https. For an emulator in another container of a private network, pass allow_insecure_http=True",
    ),
    Mistake("a number as base URL", lambda sdk: sdk.new(KEY, base_url=8000), C, "base_url must be a str, not int"),
    Mistake(
        "a base URL with a space",
        lambda sdk: sdk.new(KEY, base_url="https://api.work os.com"),
        C,
        "base_url 'https://api.work os.com' has an invalid character, such as a space; check it or WORKOS_BASE_URL",
    ),
    Mistake(
        "text as timeout",
        lambda sdk: sdk.new(KEY, timeout="30"),
        T,
        "timeout must be a number of seconds, a Timeout or None, not str",
    ),
    Mistake(
        "True as timeout",
        lambda sdk: sdk.new(KEY, timeout=True),
        T,
        "timeout must be a number of seconds or None, not bool",
    ),
    Mistake(
        "a negative timeout",
        lambda sdk: sdk.new(KEY, timeout=-1),
        C,
        "timeout must be at least 0 seconds (got -1); None is no limit",
    ),
    Mistake(
        "a tuple as timeout",
        lambda sdk: sdk.new(KEY, timeout=(3, 30)),
        T,
        "timeout must be a number of seconds, a Timeout or None, not tuple",
    ),
    Mistake(
        "text as timeout of a phase",
        lambda sdk: sdk.new(KEY, timeout=Timeout(connect="5")),
        T,
        "timeout.connect must be a number of seconds or None, not str",
    ),
    Mistake("text as max_retries", lambda sdk: sdk.new(KEY, max_retries="3"), T, "max_retries must be an int, not str"),
    Mistake(
        "None as max_retries", lambda sdk: sdk.new(KEY, max_retries=None), T, "max_retries must be an int, not NoneType"
    ),
    Mistake(
        "negative max_retries",
        lambda sdk: sdk.new(KEY, max_retries=-1),
        C,
        "max_retries must be at least 0 (got -1); 0 disables retries",
    ),
    Mistake(
        "a number as retry policy", lambda sdk: sdk.new(KEY, retry=3), T, "retry must be a RetryPolicy or None, not int"
    ),
    Mistake(
        "a retry policy with a negative delay",
        lambda _: RetryPolicy(initial_delay=-1),
        C,
        "initial_delay must be at least 0 seconds (got -1)",
    ),
    Mistake(
        "text as delay of a retry policy",
        lambda _: RetryPolicy(max_delay="8"),
        T,
        "max_delay must be a number of seconds, not str",
    ),
    Mistake(
        "text as deadline",
        lambda sdk: sdk.new(KEY, deadline="10"),
        T,
        "deadline must be a number of seconds or None, not str",
    ),
    Mistake(
        "a negative deadline",
        lambda sdk: sdk.new(KEY, deadline=-1.0),
        C,
        "deadline must be at least 0 seconds (got -1.0); None is no limit",
    ),
    Mistake("a number as limits", lambda sdk: sdk.new(KEY, limits=10), T, "limits must be ConnectionLimits, not int"),
    Mistake(
        "no connections",
        lambda _: ConnectionLimits(max_connections=0),
        C,
        "max_connections must be at least 1 (got 0); None is no limit",
    ),
    Mistake(
        "text as number of connections",
        lambda _: ConnectionLimits(max_connections="10"),
        T,
        "max_connections must be an int or None, not str",
    ),
    Mistake("text as http2", lambda sdk: sdk.new(KEY, http2="yes"), T, "http2 must be True or False, not str"),
    Mistake(
        "a dict as proxy",
        lambda sdk: sdk.new(KEY, proxy={"https": "http://proxy:3128"}),
        T,
        "proxy must be the URL of a proxy, not dict; for other proxy settings, pass your own transport",
    ),
    Mistake(
        "a proxy without a scheme",
        lambda sdk: sdk.new(KEY, proxy="proxy:3128"),
        C,
        "proxy must be a URL such as http://host:3128, with one of the schemes http, https, socks5, socks5h",
    ),
    Mistake(
        "a proxy with a bad port",
        lambda sdk: sdk.new(KEY, proxy="http://proxy:http"),
        C,
        "proxy is a malformed URL: Port could not be cast to integer value as 'http'",
    ),
    Mistake(
        "a number as verify",
        lambda sdk: sdk.new(KEY, verify=1),
        T,
        "verify must be True, False, a path or an ssl.SSLContext, not int",
    ),
    Mistake(
        "certificates that do not exist",
        lambda sdk: sdk.new(KEY, verify="/missing/ca.pem"),
        C,
        "verify='/missing/ca.pem' does not exist; pass a PEM file, a folder of certificates, or True for the default certificates",
    ),
    Mistake(
        "a path to certificates that do not exist",
        lambda sdk: sdk.new(KEY, verify=Path("/missing/ca.pem")),
        C,
        "verify='/missing/ca.pem' does not exist; pass a PEM file, a folder of certificates, or True for the default certificates",
    ),
    Mistake(
        "an empty path of certificates",
        lambda sdk: sdk.new(KEY, verify=""),
        C,
        "verify='' does not exist; pass a PEM file, a folder of certificates, or True for the default certificates",
    ),
    Mistake(
        "None as verify",
        lambda sdk: sdk.new(KEY, verify=None),
        T,
        "verify must be True, False, a path or an ssl.SSLContext, not NoneType",
    ),
    Mistake(
        "an SSL_CERT_FILE that does not exist",
        lambda sdk: sdk.new(KEY),
        C,
        "the certificates of SSL_CERT_FILE='/missing/ca.pem' do not exist; set it to a PEM file or a folder of certificates, unset it, or pass verify",
        environment={"SSL_CERT_FILE": "/missing/ca.pem"},
    ),
    Mistake(
        "an SSL_CERT_DIR that does not exist",
        lambda sdk: sdk.new(KEY),
        C,
        "the certificates of SSL_CERT_DIR='/missing/certs' do not exist; set it to a PEM file or a folder of certificates, unset it, or pass verify",
        environment={"SSL_CERT_DIR": "/missing/certs"},
    ),
    Mistake(
        "an unknown HTTP library",
        lambda sdk: sdk.new(KEY, http_library="requests"),
        C,
        "unknown HTTP library 'requests'; set http_library or WORKOS_HTTP_LIBRARY to httpx, httpx2 or aiohttp",
    ),
    Mistake(
        "an unknown HTTP library in the environment",
        lambda sdk: sdk.new(KEY),
        C,
        "unknown HTTP library 'urllib3'; set http_library or WORKOS_HTTP_LIBRARY to httpx, httpx2 or aiohttp",
        environment={"WORKOS_HTTP_LIBRARY": "urllib3"},
    ),
    Mistake(
        "a module as HTTP library",
        lambda sdk: sdk.new(KEY, http_library=httpx),
        T,
        "http_library must be a str, not module",
    ),
    Mistake(
        "aiohttp in sync code",
        lambda sdk: sdk.new(KEY, http_library="aiohttp"),
        C,
        "aiohttp has no synchronous API; use httpx or httpx2",
        only="workos_sync",
    ),
    Mistake(
        "a URL as transport",
        lambda sdk: sdk.new(KEY, transport="https://api.workos.com"),
        T,
        "transport must be a transport of httpx or httpx2 of the same kind as this WorkOS client (asynchronous or synchronous) (got builtins.str)",
    ),
    Mistake(
        "a class as transport",
        lambda sdk: sdk.new(KEY, transport=NoRequests),
        T,
        "transport must be a transport of httpx or httpx2 of the same kind as this WorkOS client (asynchronous or synchronous) (got builtins.type)",
    ),
    Mistake(
        "a sync transport in async code",
        lambda sdk: sdk.new(KEY, transport=httpx.HTTPTransport()),
        T,
        "transport must be a transport of httpx or httpx2 of the same kind as this WorkOS client (asynchronous or synchronous) (got httpx.HTTPTransport)",
        only="workos_async",
    ),
    Mistake(
        "an async transport in sync code",
        lambda sdk: sdk.new(KEY, transport=httpx.AsyncHTTPTransport()),
        T,
        "transport must be a transport of httpx or httpx2 of the same kind as this WorkOS client (asynchronous or synchronous) (got httpx.AsyncHTTPTransport)",
        only="workos_sync",
    ),
    Mistake(
        "a sync HTTP client in async code",
        lambda sdk: sdk.new(KEY, http_client=httpx.Client()),
        T,
        "http_client must be a client of httpx or httpx2 of the same kind as this WorkOS client (asynchronous or synchronous) (got httpx.Client)",
        only="workos_async",
    ),
    Mistake(
        "an async HTTP client in sync code",
        lambda sdk: sdk.new(KEY, http_client=httpx.AsyncClient()),
        T,
        "http_client must be a client of httpx or httpx2 of the same kind as this WorkOS client (asynchronous or synchronous) (got httpx.AsyncClient)",
        only="workos_sync",
    ),
    Mistake(
        "a transport and a proxy",
        lambda sdk: sdk.new(KEY, transport=NoRequests(), proxy="http://proxy:3128"),
        C,
        "limits, http2, proxy, verify and http_library cannot be combined with transport; configure them on the transport",
    ),
    Mistake(
        "a list as headers",
        lambda sdk: sdk.new(KEY, headers=[("X-A", "b")]),
        T,
        "headers must be a dict such as {'X-Name': 'value'}, not list",
    ),
    Mistake(
        "a number as header", lambda sdk: sdk.new(KEY, headers={"X-A": 1}), T, "the header 'X-A' must be a str, not int"
    ),
    Mistake(
        "a line break in a header",
        lambda sdk: sdk.new(KEY, headers={"X-A": "a\r\nb"}),
        InvalidArgumentError,
        "the header 'X-A' has an invalid character, such as a line break; check its name and value",
    ),
    Mistake(
        "a function as hooks",
        lambda sdk: sdk.new(KEY, hooks=print),
        T,
        "hooks must be a Hooks or None, not builtin_function_or_method",
    ),
    Mistake(
        "a dict as hooks",
        lambda sdk: sdk.new(KEY, hooks={"request": print}),
        T,
        "hooks must be a Hooks or None, not dict",
    ),
    Mistake(
        "a hook that can't be called",
        lambda _: Hooks(request="print"),
        T,
        "the hook request must be a function, not str",
    ),
    Mistake(
        "True as rate limiter",
        lambda sdk: sdk.new(KEY, rate_limiter=True),
        C,
        "rate_limiter must be a RateLimiter from the same package as the client, or None (got builtins.bool)",
    ),
    Mistake(
        "an unknown rate limit",
        lambda sdk: sdk.package.RateLimiter({"everything": (1, 1)}),
        C,
        "unknown rate limit 'everything'; choose from general, sso_authorize, directory_users, delete_organization, authkit_reads, authkit_writes, authentication, magic_auth, email_verification, password_reset, sso_sign_in, email_sign_in, magic_auth_sign_in, magic_auth_code",
    ),
    Mistake(
        "a rate limit without seconds",
        lambda sdk: sdk.package.RateLimiter({"general": 100}),
        C,
        "the rate limit 'general' must be (requests, seconds) with requests of at least 1 and seconds above 0 (got 100)",
    ),
    Mistake(
        "text as max_wait",
        lambda sdk: sdk.package.RateLimiter(max_wait="5"),
        T,
        "max_wait must be a number of seconds, not str",
    ),
    Mistake(
        "a tracer as tracing",
        lambda sdk: sdk.new(KEY, tracing=object()),
        T,
        "tracing must be a Tracing or None, not object",
    ),
    Mistake(
        "a number as issuer",
        lambda sdk: sdk.new(KEY, issuer=5),
        C,
        "issuer must be a str or a list of str (got 5); check it or WORKOS_ISSUER",
    ),
    Mistake("text as leeway", lambda sdk: sdk.new(KEY, leeway="30"), C, "leeway must be a number of seconds, not str"),
    Mistake(
        "a negative leeway",
        lambda sdk: sdk.new(KEY, leeway=-1),
        C,
        "leeway must be a number of seconds, at least 0 (got -1)",
    ),
    Mistake(
        "an HTTP URL as refresh lock",
        lambda sdk: sdk.new(KEY, refresh_lock="http://redis:6379"),
        InvalidArgumentError,
        "the Redis URL must start with redis://, rediss:// or unix://",
    ),
    Mistake(
        "a number as refresh lock",
        lambda sdk: sdk.new(KEY, refresh_lock=6379),
        C,
        "redis must be a URL or a redis.Redis (got int)",
    ),
    Mistake(
        "an unknown log level",
        lambda sdk: sdk.new(KEY),
        C,
        "WORKOS_LOG must be debug or info (got 'verbose')",
        environment={"WORKOS_LOG": "verbose"},
    ),
    Mistake(
        "a short cookie password in the environment",
        lambda sdk: sdk.new(KEY),
        C,
        "cookie_password must be at least 32 characters (got 5); set it or WORKOS_COOKIE_PASSWORD",
        environment={"WORKOS_COOKIE_PASSWORD": "short"},
    ),
    Mistake(
        "an unknown setting",
        lambda sdk: sdk.new(KEY, max_retry=3),
        TypeError,
        re.compile(
            r"WorkOS\.__init__\(\) got an unexpected keyword argument 'max_retry'.*"
        ),  # Python 3.13 adds a suggestion
    ),
    Mistake(
        "settings by position",
        lambda sdk: sdk.new(KEY, "client_1"),
        TypeError,
        "WorkOS.__init__() takes from 1 to 2 positional arguments but 3 were given",
    ),
]
