"""Everything that can go wrong between client and server, and what must come of it: the table of docs/reliability.md.

server.py is a raw server, faults.py what it does wrong, operations.py who calls it, expected.py what must come of each call,
run.py does it all, and `python -m tests.faults` prints the table.
"""
