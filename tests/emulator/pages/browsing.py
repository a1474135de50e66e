"""A headless browser: it follows links, fills in forms by their labels, and checks accessibility rules on every page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx

_HEADERS = {"authorization": "", "accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    buttons: list[dict[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """The content of a page."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        self.url = str(response.url)
        self.status = response.status_code
        self.html = response.text
        self.policy = response.headers.get("content-security-policy", "")
        self.forms: list[Form] = []
        self.labels: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.options: dict[str, list[str]] = {}
        self._select: dict[str, str] = {}
        self._text_field: dict[str, str] = {}
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.title = self.heading = self.text = ""
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(response.text)
        self._check()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag == "form":
            self.forms.append(Form(urljoin(self.url, given.get("action") or self.url), given.get("method", "get")))
        if tag == "input":
            self.forms[-1].fields[given["name"]] = given
        if tag == "textarea":
            self._text_field = self.forms[-1].fields[given["name"]] = given
            self._text_field["value"] = ""
        if tag == "select":
            self._select = self.forms[-1].fields[given["name"]] = given
            self.options[given["name"]] = []
        if tag == "option":
            self.options[self._select["name"]].append(given["value"])
            if "selected" in given or "value" not in self._select:
                self._select["value"] = given["value"]
        if tag not in ("input", "meta", "link", "hr", "br", "img", "source", "wbr"):
            self._open.append((tag, given, []))
        elif "id" in given:
            self.ids[given["id"]] = ""

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "textarea":
            self._text_field["value"] += data.removeprefix("\n") if not self._text_field["value"] else data
        for _, _, texts in self._open:
            texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        name, given, texts = self._open.pop()
        assert name == tag, f"<{name}> is closed by </{tag}>"
        text = "".join(texts).strip()
        if "id" in given:
            self.ids[given["id"]] = text
        if tag == "label":
            self.labels[given["for"]] = text.removesuffix(" (optional)")
        if tag == "button" and self.forms:
            self.forms[-1].buttons.append(given | {"text": text})
        if tag == "a":
            self.links[text] = urljoin(self.url, given["href"])
        if tag == "title":
            self.title = text
        if tag == "h1":
            self.heading = text
        if tag == "main":
            self.text = text

    def _check(self) -> None:
        names = [name for name, _ in self.tags]
        assert names.count("h1") == names.count("main") == names.count("title") == 1
        self.language = next(given["lang"] for tag, given in self.tags if tag == "html")
        self._check_scripts()
        assert not self._open
        for tag, given in self.tags:
            assert not any(name.startswith("on") for name in given)
            if tag == "img":
                assert given["alt"] or given["class"] in ("icon", "logo"), "only decorative images have no description"
                assert given["src"].startswith("data:") or given["class"] == "logo"
            if tag in ("input", "select", "textarea") and given.get("type") != "hidden":
                assert self.labels[given["id"]], "every field has a label"
                for id in given.get("aria-describedby", "").split():
                    assert self.ids[id], f"#{id} describes a field"
        for form in self.forms:
            if form.method == "post":
                assert "csrf" in form.fields
            else:
                assert self._is_dashboard or "/admin-portal/" in self.url, "only lists have forms that search"
                assert any(
                    tag == "form" and given.get("role") == "search" and given["method"] == "get"
                    for tag, given in self.tags
                )
        ids = [given["id"] for _, given in self.tags if "id" in given]
        assert len(ids) == len(set(ids)), "an id is unique"
        if self._is_dashboard:
            self._check_dashboard(names)

    def _check_scripts(self) -> None:
        scripts = [given for tag, given in self.tags if tag == "script"]
        if not self._is_dashboard:
            self._check_passkey_script(scripts)
            return
        assert scripts == [{"src": "/dashboard/script.js", "defer": ""}], "the dashboard has one file of its own"
        policy = dict(part.strip().partition(" ")[::2] for part in self.policy.split(";"))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == "'self'"
        assert "style" not in [tag for tag, _ in self.tags]
        assert not any("style" in given for _, given in self.tags)

    def _check_passkey_script(self, scripts: list[dict[str, str]]) -> None:
        """Check that a page loads the script for passkeys if it has a part for it, and no other one."""
        has_passkeys = any(name.startswith("data-passkey") for _, given in self.tags for name in given)
        assert scripts == ([{"src": "/hosted/passkeys.js", "defer": ""}] if has_passkeys else [])
        assert ("; script-src 'self'" in self.policy) is has_passkeys
        assert "connect-src" not in self.policy

    def _check_dashboard(self, names: list[str]) -> None:
        assert self.tags[names.index("body") + 1] == ("a", {"class": "skip", "href": "#content"})
        assert [given["id"] for tag, given in self.tags if tag == "main"] == ["content"]
        assert names.count("header") == names.count("footer") == 1
        assert all(given["aria-label"] for tag, given in self.tags if tag == "nav")
        assert names.count("table") == names.count("caption")
        assert all(given.get("scope") in ("col", "row") for tag, given in self.tags if tag == "th")
        levels = [int(name[1]) for name in names if name in ("h1", "h2", "h3")]
        assert all(next <= level + 1 for level, next in pairwise([0, *levels])), "headings skip no level"

    @property
    def _is_dashboard(self) -> bool:
        return "/dashboard/script.js" in self.html

    def error_of(self, label: str) -> str:
        """Return the error of a field, as a screen reader would find it."""
        given = self._field(label)[1]
        assert given.get("aria-invalid") == "true", f"{label} is not marked as invalid"
        return " ".join(self.ids[id] for id in given["aria-describedby"].split() if id.endswith("-error"))

    def value_of(self, label: str) -> str:
        return self._field(label)[1].get("value", "")

    @property
    def alert(self) -> str:
        """The error of the whole form."""
        rest = self.html.partition('role="alert">')[2]
        return rest.partition("</div>")[0]

    def _field(self, label: str) -> tuple[Form, dict[str, str]]:
        for form in self.forms:
            for given in form.fields.values():
                if self.labels.get(given.get("id", "")) == label:
                    return form, given
        raise AssertionError(f"no field {label!r} among {list(self.labels.values())}")

    def form_with(self, button: str, labels: list[str]) -> tuple[Form, dict[str, str]]:
        """Return the form that has these fields and a button with this text, and the button."""
        for form in self.forms:
            form_labels = {self.labels.get(given.get("id", "")) for given in form.fields.values()}
            for given in form.buttons:
                if given["text"] == button and form_labels.issuperset(labels):
                    return form, given
        raise AssertionError(f"no button {button!r} with {labels} on {self.heading!r}")


class Browser:
    """The browser of one user. It stops at the redirect to the app: `returned` has the query of the redirect URI."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.page: Page | None = None
        self.returned: dict[str, str] | None = None

    def open(self, url: str, **query: str) -> "Browser":
        return self._follow(self.client.get(url, params=query or None, headers=_HEADERS))

    def click(self, link: str) -> "Browser":
        assert self.page
        assert link in self.page.links, f"no link {link!r} among {list(self.page.links)}"
        return self.open(self.page.links[link])

    def submit(self, button: str, **fields: str) -> "Browser":
        """Fill in fields by their labels (`_` for a space) and press the button. An empty text clears a checkbox."""
        assert self.page
        labels = {name.replace("_", " "): value for name, value in fields.items()}
        form, pressed = self.page.form_with(button, list(labels))
        data = {name: given.get("value", "") for name, given in form.fields.items()}
        for name, given in form.fields.items():
            label = self.page.labels.get(given.get("id", ""))
            if label in labels:
                data[name] = labels[label]
            elif given.get("type") == "checkbox" and "checked" not in given:
                del data[name]
        if "name" in pressed:
            data[pressed["name"]] = pressed["value"]
        if form.method == "get":
            return self._follow(self.client.get(self.page.url.partition("?")[0], params=data, headers=_HEADERS))
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(self.page.url))
        return self._follow(self.client.post(form.action, data=data, headers={**_HEADERS, "origin": origin}))

    def _follow(self, response: httpx.Response) -> "Browser":
        self.returned = None
        while response.is_redirect:
            target = urljoin(str(response.url), response.headers["location"])
            if urlsplit(target).path == "/callback":
                self.returned = {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}
                return self
            response = self.client.get(target, headers=_HEADERS)
        self.page = Page(response)
        return self

    @property
    def code(self) -> str:
        """The authorization code that the app received."""
        assert self.returned is not None, f"the browser is still at {self.heading!r}"
        return self.returned["code"]

    @property
    def heading(self) -> str:
        assert self.page
        return self.page.heading
