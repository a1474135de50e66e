"""What both flavours of the SDK share: values, errors, encoding and decoding. Nothing here does I/O or knows an event loop."""
