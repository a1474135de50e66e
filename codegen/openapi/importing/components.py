"""The components that imported operations refer to: those of the spec, and new ones."""

from typing import Any

from attrs import define, field

from codegen.document import Document, schema_pointer
from codegen.openapi.alternatives import Alternative, alternatives
from codegen.openapi.comparison.schemas import SchemaComparison
from codegen.openapi.importing.names import pascal_case
from codegen.openapi.nodes import Node

_LIST_METADATA = "ListMetadata"


@define
class Components:
    """The components of the spec, and the new ones.

    Attributes:
        theirs: The other document.
        ours: The spec.
        pairs: The components of the other document that the spec has, with their names in the spec.
        renamed: The names that components of the other document get in the spec, if other than their own.
        new: The new components by name.
    """

    theirs: Document
    ours: Document
    pairs: dict[str, str]
    renamed: dict[str, str] = field(factory=dict, init=False)
    new: dict[str, dict[str, Any]] = field(factory=dict, init=False)

    def find(self, component: str, name: str, choices: list[Alternative]) -> str:
        """Return the name of the component of the spec that describes a schema; empty if there is none.

        Args:
            component: The component of the other document; empty if the schema is inline.
            name: The name that a new component would have.
            choices: The alternatives of the schema.
        """
        if component in self.pairs:
            return self.pairs[component]
        candidates = [pascal_case(self.renamed.get(component, component) or name)]
        if candidates[0].endswith(_LIST_METADATA):
            candidates.append(_LIST_METADATA)
        return next((one for one in candidates if one in self.ours.schemas and self._is_equal(choices, one)), "")

    def add(self, component: str, name: str, pointer: str) -> str:
        """Reserve the name of a new component, and return it. A name that the spec uses otherwise is a problem.

        Args:
            component: The component of the other document; empty if the schema is inline.
            name: The name of an inline schema. If it is taken, or a component of the other document, a number is appended.
            pointer: The JSON pointer in the other document.
        """
        new_name = first_name = pascal_case(self.renamed.get(component, component) or name)
        may_change = not component or component in self.renamed
        count = 1
        while may_change and (self._is_taken(new_name) or new_name in self._their_names):
            count += 1
            new_name = f"{first_name}{count}"
        if self._is_taken(new_name):
            where = self.ours.locate(schema_pointer(new_name)) if new_name in self.ours.schemas else "another component"
            self.theirs.problem(
                schema_pointer(component) if component else pointer,
                f"duplicate schema {new_name}: the name is already used at {where}; rename it in the document",
            )
        self.new[new_name] = {}
        return new_name

    @property
    def _their_names(self) -> set[str]:
        return {pascal_case(name) for name in self.theirs.schemas}

    def _is_taken(self, name: str) -> bool:
        classes = {resource.class_name for resource in self.ours.resources.values()}
        return name in self.ours.schemas or name in self.new or name in classes

    def _is_equal(self, choices: list[Alternative], name: str) -> bool:
        comparison = SchemaComparison(self.theirs, self.ours)
        ours = alternatives(self.ours, Node({"$ref": f"#/components/schemas/{name}"}, ""))
        comparison.compare_alternatives(name, choices, ours, is_request=False)
        return not comparison.differences
