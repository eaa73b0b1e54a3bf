"""The words of imports: how they stand, what came of rows, and what is wrong with a row."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

IMPORT_STATES: dict[str, tuple[Text, str, str]] = {
    "uploaded": (_("uploaded"), "", "○"),
    "checking": (_("being checked"), "info", "◔"),
    "checked": (_("checked"), "info", "◑"),
    "taking": (_("being taken in"), "info", "◕"),
    "taken": (_("taken in"), "good", "✓"),
    "refused": (_("refused"), "bad", "✕"),
}

#: what was done with a row → word
ROW_WORDS: dict[str, Text] = {
    "created": _("new"),
    "changed": _("changed"),
    "unchanged": _("unchanged"),
    "taken": _("taken in"),
}

TYPE_WORDS: dict[str, Text] = {
    "text": _("text"),
    "whole": _("whole number"),
    "number": _("number"),
    "yes_no": _("yes or no"),
    "day": _("day, as 2026-11-22"),
    "moment": _("moment, as 2026-11-22 20:15:00"),
    "choice": _("one of the values"),
    "link": _("code of something that is there"),
    "list": _("several, with commas between"),
}

IMPORT_CODES: dict[str, tuple[Text, Text]] = {
    "missing_value": (_("A value is missing"), _("Fill the cell in.")),
    "bad_value": (_("The value cannot be read"), _("Look at the explanation of the column in the template.")),
    "bad_number": (_("This is no number"), _("Write digits, with a point before the decimals.")),
    "out_of_range": (_("The number is too large or too small"), _("Write a number the column can hold.")),
    "too_many_decimals": (_("The number has too many decimals"), _("Round it.")),
    "bad_yes_no": (_("This is neither yes nor no"), _("Write 1 or 0, yes or no.")),
    "not_a_choice": (_("This is none of the values"), _("Write one of the values that the template names.")),
    "unread_characters": (_("Characters could not be read"), _("Save the file as UTF-8 and correct the text.")),
    "formula_error": (_("A formula of the spreadsheet failed"), _("Write the value in the place of the formula.")),
    "invalid": (_("A rule forbids it"), _("Correct what the rule names.")),
    "doubled_row": (_("An earlier row says the same"), _("Keep one row for each code.")),
    "example_row": (_("This is the example of the template"), _("Delete the row.")),
    "too_many_lines": (_("The document has more than 5,000 lines"), _("Divide it into several documents.")),
    "differs_in_document": (_("Rows of one document differ in this"), _("Write the same in all its rows.")),
    "contains_itself": (_("The item would be made of itself"), _("Take the component out of the bill.")),
    "one_row": (_("A document of this kind is one row"), _("Give each row a document of its own.")),
    "cannot_change": (_("This is said once and stays"), _("Leave the cell empty, or make a new one.")),
    "not_permitted": (_("Your role does not allow this"), _("Ask whoever manages the roles.")),
}

IMPORT_REFUSALS: dict[str, Text] = {
    "too_large": _("The file is too large. Divide it into files of up to a million rows."),
    "no_rows": _("The file has headings and no rows."),
    "no_columns": _("None of the headings is known. Take the template, or choose which heading is which column."),
    "unknown_import": _("There is no such kind of import."),
    "import_running": _("This file is being worked. Wait until it is through."),
}
