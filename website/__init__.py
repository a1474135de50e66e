"""The documentation site: hooks of MkDocs that generate the reference, resolve links to source files, and write llms.txt."""
