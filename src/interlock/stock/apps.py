from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StockConfig(AppConfig):
    name = "interlock.stock"
    label = "stock"
    verbose_name = _("Stock")

    def ready(self) -> None:
        """Let finance ask stock before a month closes; say what limited people see and what is told outside."""
        from . import announcing, closing, customised, numbers, scopes  # noqa: F401
        from .operations import compare  # noqa: F401
