"""The benchmarks, one module per suite."""
