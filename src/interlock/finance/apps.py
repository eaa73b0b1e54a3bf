from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FinanceConfig(AppConfig):
    name = "interlock.finance"
    label = "finance"
    verbose_name = _("Finance")

    def ready(self) -> None:
        """Put the ledger on the close's checklist, vouchers by hand among what may need approval; tell outside."""
        from . import announcing, customised, numbers, scopes  # noqa: F401
        from .banking import approving as payments  # noqa: F401
        from .budgets import keeping  # noqa: F401
        from .closing import allocations, currencies, ledger  # noqa: F401
        from .expenses import paying, reviewing  # noqa: F401
        from .openitems import approving as items_approving  # noqa: F401
        from .openitems import payables  # noqa: F401
        from .operations import approving, credit_limits  # noqa: F401
