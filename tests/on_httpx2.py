"""A pytest plugin, `-p tests.on_httpx2`: every `import httpx`, of the tests too, gets httpx2."""

import os

import httpx2

httpx2.alias_httpx()
os.environ["WORKOS_HTTP_LIBRARY"] = "httpx2"
