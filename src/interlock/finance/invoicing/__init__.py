"""Tax invoices: requests from revenue, issue, red letters, input invoices, deduction, the month's figures."""
