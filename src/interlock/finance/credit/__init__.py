"""The credit ledger: written inside other operations, read by pages and by what is overdue."""
