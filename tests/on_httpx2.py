"""A pytest plugin, `-p tests.on_httpx2`, that replaces httpx with httpx2 in the packages and in the tests."""

import os

import httpx2

httpx2.alias_httpx()
os.environ["WORKOS_HTTP_LIBRARY"] = "httpx2"
