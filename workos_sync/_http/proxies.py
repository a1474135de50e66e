# Generated from workos_async/_http/proxies.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The proxy settings of the environment, and the credentials of proxies."""

from workos_core.config import is_loopback


def environment_proxy(scheme: str, netloc: str) -> str | None:
    """Return the proxy for a host, by HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY or the settings of the operating system.

    None for this machine: a proxy could not reach it under that name.

    Args:
        scheme: The scheme of the URL.
        netloc: The host and port of the URL.
    """
    from urllib.parse import urlsplit
    from urllib.request import getproxies, proxy_bypass

    if is_loopback(urlsplit(f"//{netloc}").hostname or ""):
        return None
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if not proxy or proxy_bypass(netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def split_credentials(proxy: str) -> tuple[str, str | None]:
    """Return the URL of a proxy without user and password, and the `Proxy-Authorization` header for them; None if it has none."""
    from base64 import b64encode
    from urllib.parse import unquote, urlsplit

    url = urlsplit(proxy)
    credentials, _, address = url.netloc.rpartition("@")
    if not credentials:
        return proxy, None
    user, _, password = credentials.partition(":")
    encoded = b64encode(f"{unquote(user)}:{unquote(password)}".encode()).decode("ascii")
    return url._replace(netloc=address).geturl(), f"Basic {encoded}"
