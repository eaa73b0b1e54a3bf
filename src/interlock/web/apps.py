from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    name = "interlock.web"
    label = "web"
    verbose_name = _("Workplace")

    def ready(self) -> None:
        from .api import again
        from .signing_in import log

        log.connect()
        again.install()
