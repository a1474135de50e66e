"""Private names of other libraries: the SDK uses them only where there is no public name, and works without them."""

from functools import cache
from logging import getLogger

logger = getLogger("workos")


@cache  # one warning per process
def warn_of_missing_name(library: str, name: str, consequence: str) -> None:
    """Log that a library no longer has a private name.

    Args:
        library: The library.
        name: The name.
        consequence: What happens without it.
    """
    logger.warning(
        "%s has no %s: %s. Requests work; please report this together with the version of %s.",
        library,
        name,
        consequence,
        library,
    )
