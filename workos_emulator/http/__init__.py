"""HTTP: messages, errors, the OpenAPI document, and request validation against it."""
