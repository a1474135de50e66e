"""All checks, in stages: each stage assumes that the stages before it found no problem."""

from collections.abc import Callable

from codegen.document import Document
from codegen.lint.extensions import check_extensions
from codegen.lint.external_docs import check_external_docs
from codegen.lint.marks import check_marks
from codegen.lint.operations import check_operations
from codegen.lint.parameters import check_parameters
from codegen.lint.rate_limits import check_rate_limits
from codegen.lint.references import check_module_cycles, check_references, check_unused_components
from codegen.lint.responses import check_responses
from codegen.lint.schemas import check_schemas
from codegen.lint.standard import check_standard
from codegen.lint.vocabulary import check_vocabulary
from codegen.lint.wording import check_wording

_STAGES: tuple[tuple[Callable[[Document], None], ...], ...] = (
    (check_marks,),
    (check_extensions, check_external_docs),
    (
        check_schemas,
        check_parameters,
        check_operations,
        check_responses,
        check_rate_limits,
        check_unused_components,
        check_module_cycles,
    ),
    (check_wording, check_vocabulary),
)


def lint(document: Document) -> None:
    """Check the whole document.

    Raises:
        CodegenError: With every problem of the first stage that finds any, each with file, line and JSON pointer.
    """
    check_references(document)
    document.check()  # the validator stops at an unresolved reference
    unlocated = check_standard(document)
    document.check()
    for stage in _STAGES:
        for check in stage:
            check(document)
        document.check()
    for message in unlocated:
        document.problem("", message)
    document.check()
