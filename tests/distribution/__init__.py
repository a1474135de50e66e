"""The sdist and the wheel: their files, their metadata, and the packages that are installed from them. `nox -s package` runs all of it."""
