"""The words of paper, files and comments."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interlock.core.api import MOST_BYTES

Text = str | Promise

CODES: dict[str, tuple[Text, Text]] = {
    "too_many_files": (_("A hundred files are attached already"), _("Take one away first.")),
    "no_reason": (_("The reason is missing"), _("Say in a few words why.")),
    "no_text": (_("Nothing was said"), _("Write something first.")),
    "template_refused": (_("The template cannot be set"), _("Mend the line that is named.")),
}

REFUSALS: dict[str, Text] = {
    "empty_file": _("The file is empty."),
    "file_too_large": _("The file is larger than 20 MB."),
    "unknown_content": _(
        "Not a kind of file that can be attached. PDF, OFD, pictures, Word, Excel, PowerPoint without macros and plain "
        "text can."
    ),
    "file_has_macros": _("The file holds macros. Save it without them."),
    "no_picture": _("The picture must be PNG or JPEG and at most 2 MB."),
    "unknown_file": _("The file is not there any more. Send it again."),
    "unknown_part": _("The paper has no such part."),
    "too_many_to_print": _("At most 500 are printed at once. Select fewer."),
    "nothing_to_print": _("Nothing of the selection is there any more."),
}

OPERATIONS: dict[str, Text] = {
    "core.attach_files": _("File attached"),
    "core.remove_attachments": _("File taken away"),
    "core.write_comments": _("Comment"),
    "core.change_letterhead": _("Logo or stamp changed"),
    "core.change_templates": _("Template of paper changed"),
}

__all__ = ["CODES", "MOST_BYTES", "OPERATIONS", "REFUSALS"]
