from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartiesConfig(AppConfig):
    name = "interlock.parties"
    label = "parties"
    verbose_name = _("Parties")

    def ready(self) -> None:
        """Say what limited people see, and what may have fields of a company's own."""
        from . import customised, scopes  # noqa: F401
