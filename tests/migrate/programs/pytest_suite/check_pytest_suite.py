import sys
from pathlib import Path

from emulated import emulated

with emulated():
    import conftest
    import pytest

    folder = str(Path(conftest.__file__).parent)
    del sys.modules["conftest"]
    status = pytest.main(
        [folder, "-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", folder, "--confcutdir", folder]
    )
    assert status == 0
