from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FinanceConfig(AppConfig):
    name = "interlock.finance"
    label = "finance"
    verbose_name = _("Finance")

    def ready(self) -> None:
        """Put the general ledger on the checklist of the close, and vouchers by hand among what may need approval."""
        from .closing import ledger  # noqa: F401
        from .operations import approving  # noqa: F401
