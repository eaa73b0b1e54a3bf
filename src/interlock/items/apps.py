from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ItemsConfig(AppConfig):
    name = "interlock.items"
    label = "items"
    verbose_name = _("Items")

    def ready(self) -> None:
        """Declare what may have fields of a company's own."""
        from . import customised  # noqa: F401
