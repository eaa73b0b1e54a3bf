from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FinanceConfig(AppConfig):
    name = "interlock.finance"
    label = "finance"
    verbose_name = _("Finance")

    def ready(self) -> None:
        """Put the general ledger on the checklist of the close, and declare what is told outside."""
        from . import announcing, customised  # noqa: F401
        from .closing import ledger  # noqa: F401
