"""Figures of speed and memory, one module a figure: `python -m tests.benchmarks`; none of them asserts a time."""
