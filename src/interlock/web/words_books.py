"""The words of vouchers by hand, dimensions, posting rules and the months and years of the books."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise

STATES: dict[str, tuple[Text, str, str]] = {
    "submitted": (_("handed in"), "info", "◔"),
    "sent_back": (_("sent back"), "warn", "↩"),
    "reversed": (_("taken back"), "", "↺"),
    "won": (pgettext_lazy("posting rule", "applies"), "good", "✓"),
    "tied_rule": (pgettext_lazy("posting rule", "tie"), "bad", "▲"),
    "beaten": (pgettext_lazy("posting rule", "less specific"), "", "○"),
    "unfit": (pgettext_lazy("posting rule", "does not fit"), "", "✕"),
}

CODES: dict[str, tuple[Text, Text]] = {
    "dimension_missing": (_("A dimension the account asks for is missing"), _("Fill it in on the line.")),
    "dimension_unknown": (_("A dimension on the line is not known"), _("Check the code, or add it among the masters.")),
    "same_person": (_("Whoever wrote it may not post it"), _("Let another person review and post it.")),
    "not_draft": (_("Is not a draft any more"), _("Reverse it when it is posted; otherwise let it be sent back.")),
    "not_submitted": (_("Is not handed in"), _("Hand it in first.")),
    "is_reversal": (_("Mirrors another voucher"), _("Cancel it instead of changing it.")),
    "is_automatic": (_("Was made of business documents"), _("Reverse the document, the books follow.")),
    "of_document": (
        _("A document or a run wrote it"),
        _("Take that back: reverse the document, undo the application or the allocation."),
    ),
    "closes_year": (_("Belongs to the closing of a year"), _("Open the year again instead.")),
    "stale": (_("Somebody changed it in the meantime"), _("Open it again and enter your change anew.")),
    "not_this_month": (_("Is not due this month"), _("Check the template's schedule.")),
    "nothing_to_close": (_("Income and expense hold nothing"), _("There is nothing to carry; nothing to do.")),
    "posted": (_("Is in the books"), _("Reverse it instead.")),
    "other_event": (_("The rule it replaces is for another component"), _("End that one, and add this by itself.")),
    "rule_ended": (_("The rule has ended already"), _("Add a rule by itself.")),
    "bad_grouping": (_("Event, component or grouping is missing"), _("Choose one of each.")),
    "account_in_currency": (
        _("The account is kept in another currency"),
        _("Name an account in the books' own currency; only a bank account in that currency posts to it."),
    ),
    "same_account": (_("Debit and credit are the same account"), _("Name two accounts.")),
    "selector_unknown": (
        _("Party group, item category or tax class is not known"),
        _("Check the code, or add it among the masters."),
    ),
    "rate_differs": (
        _("Amount in currency and rate do not make the amount"),
        _("Name currency, amount in it and rate; together they make debit or credit, rounded to the cent."),
    ),
    "currency_missing": (
        _("The account is kept in a currency, and the line is not in it"),
        _("Enter the account's currency, the amount in it and the rate."),
    ),
    "not_in_currency": (_("The account is kept in the books' own currency"), _("There is nothing to revalue.")),
    "in_books_currency": (_("The open item is in the books' own currency"), _("There is nothing to revalue.")),
    "later_revalued": (_("A later month's end has revalued it already"), _("Revalue that later month again.")),
    "no_rate": (_("There is no exchange rate of the day or month"), _("Enter or import the rate.")),
    "used_since": (
        _("The rule has posted since that day"),
        _("Take a later day; what is in the books stays, and is mended by a voucher."),
    ),
    "before_valid": (_("The day lies before the rule's first"), _("Take its first day to have it never counted.")),
}

OPERATIONS: dict[str, Text] = {
    "finance.save_drafts": _("Voucher written"),
    "finance.submit_drafts": _("Voucher handed in"),
    "finance.send_back_drafts": _("Voucher sent back"),
    "finance.cancel_drafts": _("Voucher cancelled"),
    "finance.post_drafts": _("Voucher reviewed and posted"),
    "finance.reverse_vouchers": _("Reversal asked for"),
    "finance.close_years": _("Year closed"),
    "finance.reopen_years": _("Closing of the year taken back"),
    "finance.make_recurring": _("Recurring vouchers drafted"),
    "finance.save_rules": _("Posting rule saved"),
    "finance.end_rules": _("Posting rule ended"),
    "finance.revalue_accounts": _("Accounts in currencies revalued"),
    "finance.revalue_items": _("Open items in currencies revalued"),
}

DIMENSIONS: dict[str, Text] = {
    "unit": _("shop or department"),
    "party": _("party"),
    "department": _("department"),
    "shop": _("shop"),
    "project": _("project"),
    "item": _("item"),
    "employee": _("employee"),
    "cash_item": _("cash flow item"),
    "currency": _("currency"),
    "currency_amount": _("amount in currency"),
    "rate": _("exchange rate"),
}

DRAFT_KINDS: dict[str, Text] = {
    "entry": _("entered"),
    "import": _("from a file"),
    "recurring": _("recurring"),
    "reversal": _("reversal"),
}

RULE_COLUMNS: dict[str, Text] = {
    "party_group": _("party group"),
    "item_category": _("item category"),
    "tax_class": _("tax class"),
    "valid_from": _("valid from"),
    "valid_to": _("no longer valid from"),
}

POLICIES: dict[str, Text] = {
    "at_shipment": _("at shipment"),
    "at_receipt": _("at receipt"),
    "at_installation": _("at installation"),
}

MODULES: dict[str, Text] = {
    "sales": _("sales"),
    "purchasing": _("purchasing"),
    "stock": _("stock"),
    "production": _("production"),
    "finance": _("finance"),
}
