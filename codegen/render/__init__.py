"""From the intermediate representation to the text of the generated files."""
