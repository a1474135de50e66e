"""The comparison of two schemas: types, required and nullable fields, values, and the limits of requests."""

import json
from collections.abc import Sequence
from typing import Any

from attrs import define, field

from codegen.document import Document
from codegen.openapi.alternatives import LIMITS, Alternative, Property, alternatives, component_of, properties_of
from codegen.openapi.comparison.differences import ABSENT, PRESENT, Differences, Place
from codegen.openapi.comparison.tags import constants, shared_tag
from codegen.openapi.comparison.texts import deprecated_text, required_text, types_text, values_text
from codegen.openapi.nodes import Node


@define
class SchemaComparison:
    """Compares schemas of the other document with those of the spec.

    Attributes:
        theirs: The other document.
        ours: The spec.
        differences: The differences found so far.
        pairs: The components of the other document that were compared, with the component of the spec.
    """

    theirs: Document
    ours: Document
    differences: Differences = field(factory=Differences, init=False)
    pairs: dict[str, str] = field(factory=dict, init=False)
    _compared: set[Any] = field(factory=set, init=False)

    def compare(self, name: str, theirs: Sequence[Node], ours: Sequence[Node], *, is_request: bool) -> None:
        """Record the differences between two schemas, each given as a list of which a value satisfies one.

        Inside a component of the spec, locations start with the name of the component. Two schemas are compared only
        once, wherever they are used.

        Args:
            name: The location of the schemas, for the parts that are not in a component.
            theirs: The schemas of the other document.
            ours: The schemas of the spec.
            is_request: Whether a client sends the value; only then are limits and defaults compared.
        """
        self.compare_alternatives(
            name,
            [choice for node in theirs for choice in alternatives(self.theirs, node)],
            [choice for node in ours for choice in alternatives(self.ours, node)],
            is_request,
        )

    def compare_alternatives(
        self, name: str, theirs: list[Alternative], ours: list[Alternative], is_request: bool
    ) -> None:
        """Record the differences between two schemas, each given as its alternatives."""
        key = (frozenset(one.pointer for one in theirs), frozenset(one.pointer for one in ours), is_request)
        if key in self._compared:
            return
        self._compared.add(key)
        name = component_of(ours) or name
        if component_of(theirs) and component_of(ours):
            self.pairs.setdefault(component_of(theirs), component_of(ours))
        place = Place(name, theirs[0].pointer, ours[0].pointer)
        their_constants, our_constants = constants(self.theirs, theirs), constants(self.ours, ours)
        tag = shared_tag(their_constants, our_constants)
        if tag:
            self._compare_tagged(place, tag, their_constants[tag], our_constants[tag], is_request)
            return
        for source in self._sources(ours):
            self.differences.add(place, "x-source", PRESENT, source)
        self.differences.add(place, "type", types_text(theirs), types_text(ours))
        self._compare_values(place, theirs, ours)
        if is_request:
            self._compare_limits(place, theirs, ours)
        self._compare_properties(place, theirs, ours, is_request)
        self._compare_nested(
            f"{name}[]", [[one.items for one in side if one.items] for side in (theirs, ours)], is_request
        )
        self._compare_nested(
            f"{name}{{}}", [[one.map_values for one in side if one.map_values] for side in (theirs, ours)], is_request
        )

    def _compare_nested(self, name: str, sides: list[list[Node]], is_request: bool) -> None:
        """Compare the items of arrays or the values of free-form objects, if both documents describe them."""
        if all(sides):
            self.compare(name, *sides, is_request=is_request)

    def _compare_tagged(
        self,
        place: Place,
        tag: str,
        theirs: dict[str, list[Alternative]],
        ours: dict[str, list[Alternative]],
        is_request: bool,
    ) -> None:
        """Compare the alternatives that have the same constant in the property `tag`."""
        for value in {**theirs, **ours}:
            if value in theirs and value in ours:
                self.compare_alternatives(f"{place.name}<{value}>", theirs[value], ours[value], is_request)
            elif value in theirs:
                self.differences.add(place._replace(theirs=theirs[value][0].pointer), f"{tag} {value}", PRESENT, ABSENT)
            elif not any(self._sources(ours[value])):
                self.differences.add(place._replace(ours=ours[value][0].pointer), f"{tag} {value}", ABSENT, PRESENT)

    def source(self, node: Node) -> str:
        """Return the `x-source` of the component that a schema of the spec refers to; empty if it has none."""
        return next(iter(self._sources(alternatives(self.ours, node))), "")

    def _sources(self, choices: list[Alternative]) -> list[str]:
        components = [self.ours.schemas[name] for choice in choices for name in choice.names[-1:]]
        sources = [component.get("x-source", "") for component in components]
        return [source for source in sources if source]

    def _compare_values(self, place: Place, theirs: list[Alternative], ours: list[Alternative]) -> None:
        their_values, our_values = _values(theirs), _values(ours)
        if their_values is None or our_values is None:
            self.differences.add(place, "values", values_text(their_values), values_text(our_values))
            return
        for value in their_values:
            if value not in our_values:
                self.differences.add(place, f"value {value}", PRESENT, ABSENT)
        for value in our_values:
            if value not in their_values:
                self.differences.add(place, f"value {value}", ABSENT, PRESENT)

    def _compare_limits(self, place: Place, theirs: list[Alternative], ours: list[Alternative]) -> None:
        for keyword in LIMITS:
            values = [
                {json.dumps(one.limits[keyword]) for one in side if keyword in one.limits} for side in (theirs, ours)
            ]
            their_limit, our_limit = (" | ".join(sorted(side)) or ABSENT for side in values)
            self.differences.add(place, keyword, their_limit, our_limit)

    def _compare_properties(
        self, place: Place, theirs: list[Alternative], ours: list[Alternative], is_request: bool
    ) -> None:
        their_properties, our_properties = properties_of(theirs), properties_of(ours)
        for name in {**their_properties, **our_properties}:
            their_property, our_property = their_properties.get(name), our_properties.get(name)
            member = Place(
                f"{place.name}.{name}",
                their_property.nodes[0].pointer if their_property else place.theirs,
                our_property.nodes[0].pointer if our_property else place.ours,
            )
            source = our_property.nodes[0].data.get("x-source", "") if our_property else ""
            if their_property is None or our_property is None:
                if not source:
                    self.differences.add(
                        member, "", self._text(self.theirs, their_property), self._text(self.ours, our_property)
                    )
                continue
            if source:
                self.differences.add(member, "x-source", PRESENT, source)
            self.differences.add(
                member, "", required_text(their_property.is_required), required_text(our_property.is_required)
            )
            self.differences.add(
                member, "status", *(deprecated_text(*one.nodes) for one in (their_property, our_property))
            )
            self.compare(member.name, their_property.nodes, our_property.nodes, is_request=is_request)

    def _text(self, document: Document, value: Property | None) -> str:
        if value is None:
            return ABSENT
        choices = [choice for node in value.nodes for choice in alternatives(document, node)]
        return f"{required_text(value.is_required)} {types_text(choices)}"


def _values(choices: list[Alternative]) -> list[Any] | None:
    values: list[Any] = []
    for choice in choices:
        if choice.is_null:
            continue
        if choice.values is None:
            return None
        values += [value for value in choice.values if value not in values]
    return None if {True, False} <= {value for value in values if isinstance(value, bool)} else values
