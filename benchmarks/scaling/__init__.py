"""Scaling benchmarks: the workloads, the fitted power law, the table and the plot."""
