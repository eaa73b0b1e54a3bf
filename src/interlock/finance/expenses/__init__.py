"""Expense claims: from the photo of an invoice to the money in the employee's account."""
