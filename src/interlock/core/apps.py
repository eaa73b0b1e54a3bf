import gc

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "interlock.core"
    label = "core"
    verbose_name = _("Core")

    def ready(self) -> None:
        """Look for garbage less often.

        A set of 5,000 is some hundred thousand rows that live until it is done: at the default of 700 new objects
        the collector walks them over and over, which doubled the cost of reading a row, and never finds a cycle.
        """
        gc.set_threshold(50_000, 20, 50)
