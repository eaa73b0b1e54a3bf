"""What of finance a person sees who is limited to some departments: claims by department; one's own are one's own."""

from interlock.core.api import scopes

scopes.declare("finance.ExpenseClaim", department="unit", own="claimant")
scopes.of_ones_own("finance.save_claims", "finance.submit_claims", "finance.withdraw_claims")
scopes.works_on(
    "finance.ExpenseClaim",
    "finance.approve_claims",
    "finance.refuse_claims",
    "finance.post_claims",
    "finance.reverse_claims",
)
