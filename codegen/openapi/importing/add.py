"""Import of operations: which ones, into which files, and what remains to complete."""

from collections.abc import Sequence
from pathlib import Path

from codegen.document import Document, Operation
from codegen.openapi.comparison.operations import compare_documents
from codegen.openapi.importing.components import Components
from codegen.openapi.importing.files import SpecFile, new_file, resource_of
from codegen.openapi.importing.operations import OperationImporter
from codegen.openapi.importing.schemas import SchemaImporter
from codegen.openapi.read import operation_key, path_key


def import_operations(
    theirs: Document, ours: Document, folder: Path, selectors: Sequence[str], resource: str = ""
) -> list[SpecFile]:
    """Return the files to write for operations of another document, with the schemas they need.

    Args:
        theirs: The other document.
        ours: The spec.
        folder: The spec folder.
        selectors: The operations: each an operationId, or a method and a path. If empty, all that the spec lacks.
        resource: The resource that the operations belong to. If empty, it is derived from their paths.

    Raises:
        CodegenError: An operation is not in the document or already in the spec, a schema has the name of another one,
            or a file exists.
    """
    operations = _selected(theirs, ours, selectors)
    theirs.check()
    schemas = SchemaImporter(theirs, Components(theirs, ours, compare_documents(theirs, ours).pairs))
    importer = OperationImporter(theirs, ours, schemas)
    files: dict[Path, SpecFile] = {}
    for operation in operations:
        module = resource or resource_of(ours, operation)
        file = new_file(folder, ours, module, operation)
        file = files.setdefault(file.path, file)
        known = {*schemas.components.new}
        path, data = importer.convert(operation, module)
        file.paths.setdefault(path, {})[operation.method] = data
        file.schemas |= {name: schema for name, schema in schemas.components.new.items() if name not in known}
    theirs.check()
    return [*files.values()]


def _selected(theirs: Document, ours: Document, selectors: Sequence[str]) -> list[Operation]:
    """Return the selected operations; record those that are missing in the document or already in the spec."""
    existing = {operation_key(operation): operation for operation in ours.operations()}
    if not selectors:
        return [operation for operation in theirs.operations() if operation_key(operation) not in existing]
    by_key = {operation_key(operation): operation for operation in theirs.operations()}
    by_id = {operation.data.get("operationId"): operation for operation in theirs.operations()}
    selected: dict[tuple[str, str], Operation] = {}
    for selector in selectors:
        method, _, path = selector.partition(" ")
        operation = by_id.get(selector) or by_key.get(path_key(method, path))
        if operation is None:
            theirs.problem(
                "/paths", f"the document has no operation {selector!r}; pass an operationId, or a method and a path"
            )
            continue
        key = operation_key(operation)
        if key in existing:
            where = ours.locate(existing[key].pointer)
            theirs.problem(operation.pointer, f"duplicate operation: the spec has it at {where}")
        selected[key] = operation
    return [*selected.values()]
