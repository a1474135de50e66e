"""From the linted document to the intermediate representation."""
