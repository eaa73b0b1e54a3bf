from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalesConfig(AppConfig):
    name = "interlock.sales"
    label = "sales"
    verbose_name = _("Sales")

    def ready(self) -> None:
        """Let finance ask sales before a month closes, and declare what is told outside."""
        from . import announcing, closing, customised  # noqa: F401
