"""Budgets: what may be spent, what is promised and what was, by account, department, project and incentive."""
