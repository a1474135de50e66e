"""How fast this SDK is, beside the official one and the floor of bare libraries: `nox -s bench`."""
