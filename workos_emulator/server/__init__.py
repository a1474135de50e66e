"""The server: from an ASGI, socket or in-process request through routing and dispatch to a response."""
