"""A year of the books for an auditor, after GB/T 24589.1: what is written, how it is read, in which files."""
