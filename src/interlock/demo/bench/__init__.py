"""Measuring a day: seconds a stage, rows an order, and the ratio to COPY of the same rows."""
