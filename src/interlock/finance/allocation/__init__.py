"""Allocation of costs over units: rules, runs, and what they moved."""
