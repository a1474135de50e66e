"""The frame of the hosted pages: everything around their content."""

from html import escape

from workos_emulator.http.messages import Response
from workos_emulator.pages.texts.catalog import Texts
from workos_emulator.pages.theme import branding
from workos_emulator.storage.settings import Settings

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
"""No form-action: browsers would apply it to the redirect to the app that follows a form."""

_HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "vary": "accept-language, cookie",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


def render(
    texts: Texts,
    settings: Settings,
    title: str,
    *parts: str,
    status: int = 200,
    wide: bool = False,
    problem: bool = False,
) -> Response:
    """Return a complete page.

    Args:
        texts: The texts in the language of the page.
        settings: The settings, which have the branding.
        title: The heading and the window title.
        parts: The HTML below the heading.
        status: The status of the response.
        wide: Whether the page is wide enough for a table.
        problem: Whether the page shows an error. The window title then starts with "Error:", which screen readers read first.
    """
    name = settings.application_name
    window = f"{title} – {name}" if name else title
    if problem:
        window = texts("frame.error_title", title=window)
    main = '<main class="wide">' if wide else "<main>"
    text = (
        f'<!doctype html>\n<html lang="{texts.language}">\n<head>\n<meta charset="utf-8">\n<title>{escape(window)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<link rel="icon" href="data:,">\n'
        f"<style>{branding.style(settings.brand_color)}</style>\n</head>\n"
        f"<body>\n{main}\n{branding.header(settings)}<h1>{escape(title)}</h1>\n"
        + "\n".join(part for part in parts if part)
        + f"\n</main>\n<footer>{_footer(texts)}</footer>\n</body>\n</html>\n"
    )
    source = branding.image_source(settings)
    policy = f"{_POLICY}; img-src data:{source and f' {source}'}"
    return Response(status, {**_HEADERS, "content-security-policy": policy}, text.encode("utf-8", "replace"))


def _footer(texts: Texts) -> str:
    links = {"frame.mailbox": "/hosted/mail", "frame.dashboard": "/"}
    items = " ".join(f'<a href="{url}">{escape(texts(key))}</a>' for key, url in links.items())
    return f"{escape(texts('frame.local'))} {items}"
