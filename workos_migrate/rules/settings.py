"""Environment variables that this SDK does not read."""

from workos_migrate.rules.context import Context, text_of


def migrate_settings(context: Context) -> None:
    """Point out environment variables of the official SDK that have no counterpart."""
    for node in context.nodes:
        if text_of(node) == "WORKOS_REQUEST_TIMEOUT":
            context.edits.todo(node, "pass timeout to the client instead", "environment-variables")
