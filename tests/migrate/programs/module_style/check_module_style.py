import os

import pytest
from emulated import emulated

with emulated() as emulator:
    emulator.create("users", email="ada@acme.com")

    import module_style

    assert module_style.main(["ada@acme.com"]) == 0
    assert module_style.delete("user_missing") == 404
    assert module_style.seal({"a": "b"}, os.environ["WORKOS_COOKIE_PASSWORD"])
    os.environ["WORKOS_API_KEY"] = "sk_wrong"
    with pytest.raises(SystemExit, match=r"^401"):
        module_style.find("ada@acme.com")
