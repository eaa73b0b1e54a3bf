"""What stock numbers its documents by."""

from django.utils.translation import gettext_lazy as _

from interlock.core.api import declare_numbers

declare_numbers(SM=_("Numbers of stock movements begin with"))
