# Generated from workos_async/_http/proxies.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The proxy settings of the environment."""


def environment_proxy(scheme: str, netloc: str) -> str | None:
    """Return the proxy for a host, by HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY or the settings of the operating system.

    Args:
        scheme: The scheme of the URL.
        netloc: The host and port of the URL.
    """
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if not proxy or proxy_bypass(netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
