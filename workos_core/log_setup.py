"""Logging as configured by the environment variable `WORKOS_LOG`."""

import logging
import os
import sys
from collections.abc import Mapping

from workos_core.errors import ConfigurationError

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO}


def configure_logging(environment: Mapping[str, str] = os.environ) -> None:
    """Write the log messages of the SDK to standard error if `WORKOS_LOG` is `debug` or `info`.

    A handler that the application has added to the logger `workos` stays, and no other one is added.

    Raises:
        ConfigurationError: `WORKOS_LOG` has another value.
    """
    value = environment.get("WORKOS_LOG", "").strip().lower()
    if not value:
        return
    if value not in _LEVELS:
        raise ConfigurationError(f"WORKOS_LOG must be debug or info (got {value!r})")
    logger = logging.getLogger("workos")
    logger.setLevel(_LEVELS[value])
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logger.addHandler(handler)
        logger.propagate = False  # a handler of the root logger would write every message a second time
