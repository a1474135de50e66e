"""Differences as text: entries of spec/differences.yaml, with the positions in both documents as comments."""

import yaml

from codegen.document import Document
from codegen.openapi.comparison.differences import Difference


def as_entries(differences: list[Difference], theirs: Document, ours: Document) -> str:
    """Return an entry without `why` for each difference."""
    return "\n".join(_entry(difference, theirs, ours) for difference in differences)


def _entry(difference: Difference, theirs: Document, ours: Document) -> str:
    lines = []
    for owner, document, pointer in (
        ("theirs", theirs, difference.place.theirs),
        ("ours", ours, difference.place.ours),
    ):
        if pointer:
            lines.append(f"# {owner}: {document.locate(pointer)} {pointer}")
    fields = {"location": difference.location, "theirs": difference.theirs, "ours": difference.ours}
    entry = yaml.safe_dump([fields], sort_keys=False, allow_unicode=True, width=1000)
    return "\n".join([*lines, f"{entry}  why:"])
