"""Rules of passwords whose words Django has in English only."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class Length(MinimumLengthValidator):
    """Long enough, said in both languages."""

    def get_error_message(self) -> str:
        return _("The password needs at least %(number)s characters.") % {"number": self.min_length}

    def get_help_text(self) -> str:
        return self.get_error_message()
