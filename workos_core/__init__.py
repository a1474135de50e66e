"""The core that `workos_async` and `workos_sync` share: models, errors, encoding and decoding, without I/O or an event loop."""
