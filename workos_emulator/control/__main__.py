"""Print the OpenAPI document of the control API with `python -m workos_emulator.control`."""

import json
import sys

from workos_emulator.control.document import document
from workos_emulator.control.interface import routes

if __name__ == "__main__":
    sys.stdout.write(json.dumps(document(routes()), indent=2, ensure_ascii=False) + "\n")
