"""Measurements, run by hand: `python -m tests.benchmarks.throughput`. None of them is a test."""
