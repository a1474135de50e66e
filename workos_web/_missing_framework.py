"""The error for a framework that is not installed."""

__all__ = ["missing_framework"]


def missing_framework(name: str, error: ModuleNotFoundError) -> ModuleNotFoundError:
    """Return the error to raise if a framework can't be imported. It names the extra that installs the framework.

    Args:
        name: The package of the framework, which is also the name of the extra.
        error: The error of the import. It is returned as it is if the framework is installed, but a package that it needs is not.
    """
    if error.name != name:
        return error
    return ModuleNotFoundError(f"workos_web.{name} requires {name}: pip install 'workos-async[{name}]'", name=name)
