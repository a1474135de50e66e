"""Facts about the API that newer sources document, tested with both clients against the emulator."""
