"""References: every reference resolves, every component is used, no modules form an import cycle."""

from codegen.document import Document, component_name
from codegen.json_pointer import escape, walk


def check_references(document: Document) -> None:
    """Record unresolved references."""
    for pointer, node in walk(document.data):
        reference = node.get("$ref")
        if isinstance(reference, str):
            try:
                document.resolve(node)
            except (KeyError, TypeError):
                document.problem(pointer, f"{reference} is not defined")


def check_unused_components(document: Document) -> None:
    """Record unused components."""
    used = {node["$ref"] for _, node in walk(document.data) if isinstance(node.get("$ref"), str)}
    for kind in ("schemas", "parameters", "responses"):
        for name in document.data["components"][kind]:
            if f"#/components/{kind}/{name}" not in used:
                document.problem(f"/components/{kind}/{escape(name)}", "unused component")


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
            cycle = " → ".join((*trail[trail.index(module) :], module))
            document.problem(
                "/components/schemas",
                f"import cycle between resources: {cycle}; move the schemas that close it to openapi.yaml",
            )
        elif module not in done:
            for target in sorted(uses.get(module, ())):
                visit(target, (*trail, module))
            done.add(module)

    for module in sorted(uses):
        visit(module, ())
