"""The words for what the machine says in codes: states, hold reasons, verdicts, operations, doors."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlock.sales.api import CancelReason

from . import words_approval as approval
from . import words_bank as bank
from . import words_books as books
from . import words_budgets as budgets
from . import words_changes as changes
from . import words_closing as closing
from . import words_credit as credit
from . import words_entry as entry
from . import words_items as items
from . import words_logs as logs
from . import words_paper as paper
from . import words_reports as reports
from . import words_rights as rights
from . import words_setup as setup
from . import words_taxes as taxes
from .words_finding import FOUND
from .words_imports import IMPORT_CODES, IMPORT_REFUSALS
from .words_of_work import EXPORTED_MOMENT, FOLDERS, JOB_KINDS, JOBS, QUEUES
from .words_promotion import PROMOTION_COMPONENTS, PROMOTION_REASONS, Text
from .words_states import STATES

__all__ = ["STATES", "EXPORTED_MOMENT", "FOLDERS", "FOUND", "JOBS", "JOB_KINDS", "QUEUES"]

#: hold reason → (short word, way out)
REASONS: dict[str, tuple[Text, Text]] = {
    "shop_blocked": (_("shop is blocked"), _("Open the shop again, or release the order with a reason.")),
    "not_authorised": (_("shop may not sell the item"), _("List the item for the shop, or amend the line.")),
    "unknown_item": (_("unknown item"), _("Amend the line with the right item, or list the shop's code.")),
    "no_buyer": (_("no buyer"), _("Amend the order with the buyer's name.")),
    "no_phone": (_("no phone"), _("Amend the order with the buyer's phone.")),
    "bad_phone": (_("phone is not valid"), _("Ask the buyer and amend the phone.")),
    "no_address": (_("no address"), _("Ask the buyer and amend the address.")),
    "no_district": (_("address without district"), _("Amend the order with the district.")),
    "no_price": (_("no list price"), _("Enter a price for the day of the order, or release it with a reason.")),
    "price_below_floor": (_("price below floor"), _("Have it released, or let the shop correct the price.")),
    "price_above_list": (_("price above list"), _("Release it with a reason, or correct the price list.")),
    "customer_blocked": (_("customer is blocked"), _("Open the customer's account, or release with a reason.")),
    "not_paid": (_("not paid"), _("Wait for the payment, or release the order with a reason.")),
    "paid_short": (_("paid too little"), _("Wait for the rest, or release the order with a reason.")),
    "gift_not_allowed": (_("item may not be a gift"), _("Allow the gift in the shop's listing, or release it.")),
    **PROMOTION_REASONS,
    **credit.REASONS,
    **changes.REASONS,
    "no_source": (_("no warehouse keeps the item"), _("Receive stock of it, or map the line to another item.")),
    "no_warehouse": (_("no warehouse serves the province"), _("Add a sourcing route for the province.")),
    "no_stock": (_("out of stock"), _("It is tried again when stock arrives; or receive or move stock now.")),
    "changed": (_("platform sent other content"), _("Compare both versions; amend, or release to keep ours.")),
}

#: verdict code → (why, what to do)
CODES: dict[str, tuple[Text, Text]] = {
    **bank.CODES,
    **books.CODES,
    **reports.CODES,
    **items.CODES,
    **paper.CODES,
    **entry.CODES,
    **changes.CODES,
    **setup.CODES,
    **logs.CODES,
    "done": (_("Done"), ""),
    "already": (_("Was done already"), ""),
    "set_rejected": (_("Not done, because another row was rejected"), _("Correct the other rows first.")),
    "not_found": (_("Does not exist in this company"), _("Check the number and the company.")),
    "cancelled": (_("Is cancelled"), _("Nothing more happens to it; enter it again if it is wanted after all.")),
    "shipped": (_("Has been shipped, in whole or in part"), _("Take the goods back by a return instead.")),
    "lines_removed": (_("Lines of a cancelled or changed order were taken out"), ""),
    "bad_price": (_("The price is missing or wrong"), _("Enter a price; the item has none in the list of that day.")),
    "too_long": (_("A text is too long"), _("Shorten it.")),
    "not_held": (_("Is not held"), _("Nothing to do.")),
    "not_reviewed": (_("Is not reviewed"), _("Review it, or release its holds first.")),
    "not_reserved": (_("Has no stock reserved"), _("Reserve stock first.")),
    "not_shipped": (_("Is not shipped"), _("Ship it first.")),
    "not_releasable": (_("This hold may not be released by a person"), _("Remove its cause instead.")),
    "period_closed": (_("The month is closed"), _("Open it, or take an open day; what waits goes to the next one.")),
    "serials_missing": (_("Serial numbers are missing"), _("Capture one for each piece.")),
    "serial_elsewhere": (_("A serial number lies in another bin"), _("Take a piece of the bin on the pick list.")),
    "serial_taken": (_("A serial number is taken by another line"), _("Take another piece.")),
    "serial_count": (_("Not one serial number for each piece"), _("Enter as many as there are pieces.")),
    "not_enough": (_("Not enough stock"), _("Receive stock first, or reduce the quantity.")),
    "no_stock": (_("Out of stock"), _("Receive stock first.")),
    "original_pending": (
        _("What it reverses is not in the books yet"),
        _("Mend what keeps that one out of the books, then post again."),
    ),
    "no_rule": (_("No posting rule fits"), _("Create the posting rule, then post again.")),
    "rule_in_place": (
        _("A posting rule is not changed by a file"),
        _("End it, and add another from that day on."),
    ),
    "ambiguous_rule": (_("Two posting rules fit equally well"), _("Make one more specific.")),
    "account_closed": (_("The account is closed"), _("Open the account, or change the posting rule.")),
    "account_unknown": (_("The account does not exist"), _("Check the chart of accounts.")),
    "events_pending": (_("Events wait for a posting rule"), _("Create the rules and post again, then close.")),
    "changed": (_("The platform sent other content"), _("Compare both versions on the order.")),
    "no_lines": (_("Has no lines"), _("Enter at least one line.")),
    "unknown_item": (_("The item is not known"), _("Check the item code.")),
    "unknown_shop": (_("The shop is not known"), _("Check the shop's code.")),
    "not_due": (_("Revenue is not due at this moment"), _("It is recognised at receipt or installation.")),
    "held": (_("Is held"), _("Look at its reasons, mend or release it.")),
    "order_held": (_("Its order is held"), _("Look at the order's reasons, mend or release it.")),
    "unreadable": (_("Cannot be read"), _("Correct the cells named in the file's last column.")),
    "unknown_line": (_("A line is not of this document"), _("Open the document again and take its lines.")),
    "unknown_serial": (_("A serial number is not known"), _("Check the label, or receive the piece first.")),
    "serial_known": (_("A serial number has been here before"), _("Check the label; each piece comes in once.")),
    "before_shipment": (_("The day lies before the shipment"), _("Take the day of shipment or a later one.")),
    "busy": (_("Somebody else is posting it"), _("Wait a moment, then look again.")),
    "account_is_group": (_("The account only groups others"), _("Name one of its accounts in the posting rule.")),
    "difference": (_("Stock and books differ"), _("Follow the differences to their documents.")),
    "empty": (_("Has no lines"), _("Enter at least one line.")),
    "named_twice": (_("The same call names the order more than once"), _("Send the further message by itself.")),
    "unknown_return": (_("No return has this number"), _("Announce the return first.")),
    "bad_amount": (_("The amount is missing or wrong"), _("Enter the value with at most two decimals, not negative.")),
    "bad_quantity": (
        _("The quantity is wrong"),
        _("Enter one that is possible: whole pieces, or whole and half days."),
    ),
    "bad_serials": (_("The serial numbers are wrong"), _("Each once, and only for items that have them.")),
    "foreign_location": (_("The bin is not of this company"), _("Check the bin, as in HZ01/A-01.")),
    "item_blocked": (_("The item is blocked"), _("Open the item again before more of it comes in.")),
    "no_cost": (_("What comes in has no cost"), _("Enter its value; there is no average to take.")),
    "not_balanced": (_("Debit and credit differ"), _("Correct the lines until they agree.")),
    "unknown_kind": (_("The kind is not known"), _("Choose one of the kinds.")),
    "unknown_party": (_("The supplier is not known"), _("Choose one from the list.")),
    "unknown_reason": (_("The reason is missing"), _("Choose one of the reasons.")),
    "unknown_order": (_("The order is not known"), _("Check its number, and name the shop where two could be meant.")),
    "not_in_order": (_("The order has no such line"), _("Check the item or the line number on the order.")),
    "more_than_left": (_("More than is left to return"), _("See what was returned of the order before.")),
    "not_exchange": (_("Is not an exchange"), _("Announce it as an exchange, or refund it.")),
    "no_goods": (_("No goods come back with it"), _("Refund it; there is nothing to receive.")),
    "not_received": (_("The goods are not here yet"), _("Receive them first.")),
    "not_inspected": (_("The goods are not inspected"), _("Inspect them first.")),
    "goods_are_back": (_("The goods are back or the money is paid"), _("Inspect and refund it instead.")),
    "not_matched": (_("Its lines are not matched yet"), _("Import its file again.")),
    "not_read": (_("Its rows are no longer at hand"), _("Import its file again.")),
    "nobody_to_tell": (
        _("Nobody answers for it and nobody hears escalations"),
        _("Name the shop's owner, or give a role the right to be told."),
    ),
    "not_posted": (_("The statement is not posted"), _("Post the statement first.")),
    "not_acceptable": (
        _("There is no order this could be accepted for"),
        _("Find out with the platform what was paid, or hand it back."),
    ),
    "over_limit": (_("More than the limit allows"), _("Stay within the limit, or have it changed by who may.")),
    "accepted": (_("Is accepted already"), _("Nothing to do.")),
    "no_owner": (_("Nobody answers for the shop"), _("Name the shop's owner among the shops.")),
    "nothing_due": (_("Nothing is to be paid out"), _("The platform keeps it from the next payout: tie both.")),
    "no_receipt": (_("No bank receipt has this reference"), _("Record the bank's receipts, then tie again.")),
    "several_shops": (_("Statements of several shops"), _("One receipt pays statements of one shop; choose those.")),
    "amount_differs": (_("The bank received another amount"), _("Compare the payout with the bank receipt.")),
    **closing.CODES,
    **taxes.CODES,
    **budgets.CODES,
    **credit.CODES,
    **rights.CODES,
    **IMPORT_CODES,
    **approval.CODES,
    "no_number": (_("The bank's number is missing"), _("Correct the bank's file.")),
    "bad_day": (_("The day cannot be read"), _("Write it as 2026-11-22.")),
    "unknown_cancel_reason": (
        _("The reason of cancelling is not known"),
        _("Write one of the reasons the page names."),
    ),
}

#: kind of return → word
RETURN_KINDS: dict[str, Text] = {
    "return": _("return"),
    "refund_only": _("refund without return"),
    "exchange": _("exchange"),
}

#: refusal code → sentence
REFUSALS: dict[str, Text] = {
    **taxes.REFUSALS,
    **bank.REFUSALS,
    **rights.REFUSALS,
    **paper.REFUSALS,
    **approval.REFUSALS,
    **logs.REFUSALS,
    **credit.REFUSALS,
    **changes.REFUSALS,
    "not_permitted": _("Your role in this company does not allow this. Ask whoever manages the roles."),
    "too_many": _("Too many at once. Take at most 5,000."),
    "duplicate_ids": _("One document is in the set twice."),
    "unknown_policy": _("The way to work the set is not known."),
    "key_reused": _("This form was already sent with other content. Open the page again."),
    "unknown_cancel_reason": _("Choose why it is cancelled."),
    "note_missing": _("Say in a few words why."),
    "unreadable_file": _(
        "The file cannot be read. It must be a spreadsheet (XLSX), CSV, Parquet or JSON lines in the feed's columns."
    ),
    "missing_columns": _("The file lacks columns of the feed."),
    "doubled_columns": _("The file names a column twice."),
    "no_mapping": _("Nobody has said how this shop's platform writes its statements. Add a statement mapping."),
    "unknown_fee_kind": _("The statement mapping names a kind of fee that is not there."),
    "statement_changed": _("A statement of this number is here with other content. Nothing was taken in."),
    "too_many_for_a_sheet": _("A sheet holds at most 1,048,575 rows. Narrow the filter, or take CSV or Parquet."),
    "defect": _("Something failed on our side; it is in the log. Try again, or tell whoever looks after the system."),
    **IMPORT_REFUSALS,
    "unknown_trigger": _("Say whether the goods were shipped, received or installed."),
}

OPERATIONS: dict[str, Text] = {
    **bank.OPERATIONS,
    **books.OPERATIONS,
    **reports.OPERATIONS,
    **items.OPERATIONS,
    **paper.OPERATIONS,
    **entry.OPERATIONS,
    **approval.OPERATIONS,
    "sales.import_orders": _("Imported"),
    "sales.review_orders": _("Reviewed"),
    "sales.release_orders": _("Holds released"),
    "sales.amend_orders": _("Amended"),
    "sales.accept_changes": _("Platform's change taken over"),
    "sales.dismiss_changes": _("Platform's change left aside"),
    "sales.cancel_orders": _("Cancelled"),
    "sales.share_orders": _("Customer's link taken"),
    "sales.revoke_links": _("Customer's links made void"),
    "sales.reserve_orders": _("Stock reserved"),
    "sales.release_deliveries": _("Released to warehouse"),
    "sales.capture_serials": _("Serial numbers captured"),
    "sales.ship_deliveries": _("Shipped"),
    "sales.recognise_revenue": _("Revenue recognised"),
    "sales.show_buyers": _("Personal data shown"),
    "sales.announce_returns": _("Return announced"),
    "sales.receive_returns": _("Returned goods received"),
    "sales.inspect_returns": _("Returned goods inspected"),
    "sales.refund_returns": _("Refunded"),
    "sales.cancel_returns": _("Return cancelled"),
    "sales.exchange_returns": _("Other goods ordered for returned ones"),
    "sales.open_feeds": _("Order feed opened"),
    "sales.open_statements": _("Statement opened"),
    "sales.match_statements": _("Statement matched"),
    "sales.post_statements": _("Statement posted"),
    "sales.accept_differences": _("Difference accepted"),
    "sales.rematch_differences": _("Order found for what was paid"),
    "sales.hand_back_differences": _("Difference handed back"),
    "sales.tie_payouts": _("Payout tied to bank receipt"),
    "core.raise_notices": _("Told as overdue"),
    "core.settle_notices": _("Notice settled"),
    "core.read_notices": _("Notice read"),
    "web.receive_batch": _("Batch received"),
    "web.receive_messages": _("Messages received"),
    "stock.record_movements": _("Recorded"),
    "stock.post_movements": _("Posted to stock"),
    "finance.post_events": _("Posted to the books"),
    "finance.post_vouchers": _("Voucher posted"),
    "finance.seal_vouchers": _("Voucher sealed"),
    "finance.record_receipts": _("Bank receipts recorded"),
    "finance.close_periods": _("Month closed"),
    "finance.open_periods": _("Month opened"),
    **closing.OPERATIONS,
    **taxes.OPERATIONS,
    **budgets.OPERATIONS,
    **credit.OPERATIONS,
    **changes.OPERATIONS,
    **rights.OPERATIONS,
    **setup.OPERATIONS,
    **logs.OPERATIONS,
}

DOORS: dict[str, Text] = {
    "web": _("workplace"),
    "http": _("HTTP interface"),
    "cli": _("command line"),
    "job": _("background job"),
    "link": _("customer's link"),
    "inbox": _("watched folder"),
    "demo": _("sample company"),
}

EVENTS: dict[str, Text] = {
    "stock_opened": _("Opening stock"),
    "goods_received": _("Goods received"),
    "stock_adjusted": _("Stock adjusted"),
    "goods_shipped": _("Goods shipped"),
    "revenue_recognised": _("Revenue recognised"),
    "goods_returned": _("Goods returned"),
    "goods_scrapped": _("Goods scrapped"),
    "revenue_reversed": _("Revenue reversed"),
    "refund_paid": _("Refund paid"),
    "orders_settled": _("Orders settled"),
    "difference_accepted": _("Difference accepted"),
    "order_found": _("Order found for what was paid"),
    "payout_received": _("Payout received"),
    **closing.EVENTS,
    **taxes.EVENTS,
    **bank.EVENTS,
}

COMPONENTS: dict[str, Text] = {
    **bank.COMPONENTS,
    "net": _("revenue net of VAT"),
    "vat": _("output VAT"),
    "cost": _("cost"),
    **PROMOTION_COMPONENTS,
    "gain": _("gain"),
    "loss": _("loss"),
    "owed": _("owed to the buyer"),
    "receivable": _("receivable cleared"),
    "refund": _("refunds"),
    "unmatched": _("paid for unknown orders"),
    "commission": _("commission"),
    "payment_fee": _("payment service fee"),
    "logistics_fee": _("logistics fee"),
    "marketing_fee": _("marketing fee"),
    "shortfall": _("paid too little"),
    "excess": _("paid too much"),
    "payout": _("payout"),
}

ENTRY_KINDS: dict[str, Text] = {
    "opening": _("opening"),
    "receipt": _("receipt"),
    "adjustment": _("adjustment"),
    "reserve": _("reserve"),
    "release": pgettext_lazy("stock entry", "release of a reservation"),
    "issue": _("issue"),
    "return": _("return"),
    "inspect": _("inspect"),
    "scrap": _("scrap"),
    "revaluation": _("revaluation"),
}

KINDS: dict[str, Text] = {
    "order": _("Sales order"),
    "order_draft": _("Order draft"),
    "delivery": _("Delivery"),
    "return": _("Return"),
    "movement": _("Stock movement"),
    "voucher": _("Voucher"),
    "draft": _("Voucher by hand"),
    "expense_claim": _("Expense claim"),
    "dunning": _("Dunning letter"),
    "account_statement": _("Statement of account"),
    "item_document": _("Bill or receipt"),
    "payment": _("Payment request"),
    "payment_run": _("Payment run"),
    "bank_statement": _("Bank statement"),
    "event": _("Accounting event"),
    "feed": _("Order feed"),
    "item": _("Item"),
    "statement": _("Statement"),
    "approval": _("Approval"),
    **taxes.KINDS,
    **changes.KINDS,
}


FIELDS: dict[str, Text] = {
    "buyer": _("buyer"),
    "phone": _("phone"),
    "province": _("province"),
    "city": _("city"),
    "district": _("district"),
    "address": _("address"),
}


def why(code: str) -> Text:
    """Answer the sentence for a verdict's code; a code not known here is named as such, never shown bare."""
    known = CODES.get(code) or REASONS.get(code)
    return known[0] if known else _unknown(code)


def way_out(code: str) -> Text:
    known = CODES.get(code) or REASONS.get(code)
    return known[1] if known else ""


def reason(code: str) -> Text:
    return REASONS[code][0] if code in REASONS else why(code)


def refusal(code: str, detail: dict[str, Any]) -> str:
    text = str(REFUSALS.get(code) or why(code))
    figures = ", ".join(f"{value}" for key, value in detail.items() if key in {"columns", "given", "missing"})
    return f"{text} ({figures})" if figures else text


def cancel_reason(code: str) -> Text:
    return CancelReason(code).label if code in CancelReason.values else code


def _unknown(code: str) -> str:
    return str(_("Rejected: %(code)s")) % {"code": code.replace("_", " ")}
