"""Benchmark of the emulator, alone or against an earlier build of it: `nox -s bench_emulator`."""
