"""Faults between client and server, and the expected outcome of each call: the table in docs/reliability.md.

server.py is a raw HTTP server, faults.py makes it misbehave, operations.py lists the operations that are called, expected.py their
expected outcomes, run.py runs them, and `python -m tests.faults` prints the table.
"""
