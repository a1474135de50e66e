"""References between components: none unresolved, none missing, no cycle between modules."""

from codegen.document import Document, component_name
from codegen.json_pointer import escape, walk


def check_references(document: Document) -> None:
    """Record references to nothing."""
    for pointer, node in walk(document.data):
        reference = node.get("$ref")
        if isinstance(reference, str):
            try:
                document.resolve(node)
            except (KeyError, TypeError):
                document.problem(pointer, f"{reference} is defined nowhere")


def check_unused_components(document: Document) -> None:
    """Record components that nothing refers to."""
    used = {node["$ref"] for _, node in walk(document.data) if isinstance(node.get("$ref"), str)}
    for kind in ("schemas", "parameters", "responses"):
        for name in document.data["components"][kind]:
            if f"#/components/{kind}/{name}" not in used:
                document.problem(f"/components/{kind}/{escape(name)}", "nothing refers to this component")


def check_module_cycles(document: Document) -> None:
    """Record modules whose models would import each other."""
    uses: dict[str, set[str]] = {}
    for name, schema in document.schemas.items():
        module = document.modules[name]
        targets = {document.modules.get(component_name(node), module) for _, node in walk(schema)}
        uses.setdefault(module, set()).update(targets - {module})
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        if module in trail:
            circle = " → ".join((*trail[trail.index(module) :], module))
            document.problem(
                "/components/schemas",
                f"resources use each other in a circle: {circle}; move what closes it to openapi.yaml",
            )
        elif module not in done:
            for target in sorted(uses.get(module, ())):
                visit(target, (*trail, module))
            done.add(module)

    for module in sorted(uses):
        visit(module, ())
