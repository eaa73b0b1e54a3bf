from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartiesConfig(AppConfig):
    name = "interlock.parties"
    label = "parties"
    verbose_name = _("Parties")

    def ready(self) -> None:
        """Say what limited people see."""
        from . import scopes  # noqa: F401
