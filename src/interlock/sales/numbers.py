"""What sales numbers its documents by."""

from django.utils.translation import gettext_lazy as _

from interlock.core.api import declare_numbers

declare_numbers(
    SO=_("Numbers of orders begin with"),
    OD=_("Numbers of order drafts begin with"),
    OC=_("Numbers of change documents begin with"),
    DN=_("Numbers of deliveries begin with"),
    RT=_("Numbers of returns begin with"),
    ST=_("Numbers of platform statements begin with"),
)
