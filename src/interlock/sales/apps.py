from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalesConfig(AppConfig):
    name = "interlock.sales"
    label = "sales"
    verbose_name = _("Sales")

    def ready(self) -> None:
        """Let finance ask before a month closes; say what limited people see and what an approval means to an order."""
        from . import announcing, banking, closing, customised, invoicing, numbers, scopes  # noqa: F401
        from .operations import order_change_approval, price_release, release_credit  # noqa: F401
