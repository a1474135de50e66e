"""The error for a framework that is not installed."""

__all__ = ["missing_framework"]


def missing_framework(name: str, error: ModuleNotFoundError, *, package: str | None = None) -> ModuleNotFoundError:
    """Return the error to raise if a framework can't be imported. It names the extra that installs the framework.

    Args:
        name: The name of the extra, in which a dash stands for a dot in the name of the kit.
        error: The error of the import. It is returned as it is if the framework is installed, but a package that it needs is not.
        package: The package of the framework; the name of the extra by default.
    """
    if error.name != (package or name):
        return error
    kit = name.replace("-", ".", 1).replace("-", "_")
    return ModuleNotFoundError(
        f"workos_web.{kit} requires {package or name}: pip install 'workos-async[{name}]'", name=package or name
    )
