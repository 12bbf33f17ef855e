"""Benchmarks that anyone can run; each prints ratios from one run, none asserts on seconds."""
