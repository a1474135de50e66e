"""The control API, below `/_emulator`: the HTTP interface for tests, which needs no API key and is exempt from fault injection."""
