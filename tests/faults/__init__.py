"""Fault injection: every fault between client and server, and the expected result of every call, as in docs/reliability.md.

server.py is a raw server, faults.py has the faults, operations.py the calls and expected.py their expected results. run.py runs a fault,
and `python -m tests.faults` runs all of them and prints the table.
"""
