"""Import of operations of an OpenAPI document into the spec."""
