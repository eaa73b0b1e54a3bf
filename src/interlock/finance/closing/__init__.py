"""The close of a month: the checklist, what each step compares, and the signed report."""
