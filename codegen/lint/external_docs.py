"""`externalDocs`: on operations only, and a page of WorkOS's documentation."""

from codegen.document import Document
from codegen.extensions import EXTERNAL_DOCS
from codegen.json_pointer import walk
from codegen.lint.extensions import validation_errors


def check_external_docs(document: Document) -> None:
    """Record `externalDocs` objects that are invalid, or that no docstring would contain."""
    operations = {operation.pointer for operation in document.operations()}
    for pointer, node in walk(document.data):
        if "externalDocs" not in node or pointer.endswith("/properties"):
            continue
        if pointer not in operations:
            document.problem(f"{pointer}/externalDocs", "externalDocs is allowed on operations only")
            continue
        for path, message in validation_errors(node["externalDocs"], EXTERNAL_DOCS):
            document.problem(f"{pointer}/externalDocs{path}", message)
