"""OpenAPI documents in any form, such as the one that WorkOS publishes: comparison with the spec, and import into it."""
