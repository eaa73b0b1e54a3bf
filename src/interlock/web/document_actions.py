"""The actions of each kind of document, in the order its page shows them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from interlock.finance import api as finance

from .access import Desk
from .actions import Actions
from .documents import DOCUMENTS

#: states in which an order may still be changed or cancelled, as far as nothing has left
OPEN = ("received", "held", "reviewed", "reserved", "released")


def _print(made: Actions, kind: str) -> Actions:
    if DOCUMENTS[kind].forms:
        made.add(_("Print…"), opens="print", icon="print")
    return made


def of_order(
    desk: Desk, order: Any, *, releasable: bool, reasons: bool, approval: bool = False, over: bool = False,
    change: str = "",
) -> Actions:  # fmt: skip
    """``reasons``: the company has some for returns; ``approval``: it goes on only with one; ``over``: its credit.

    ``change`` is the number of its open change.
    """
    made = Actions(desk, order.state, order.id)
    advance = reverse("web:orders-advance")

    def step(title: str, state: str, permission: str) -> None:
        sent = {"id": order.id, "single": 1, "step": state}
        made.add(title, permission, states=(state,), post=advance, fields=sent, primary=True)

    mend = "" if releasable else _("One of the reasons must be mended; it cannot be released.")
    if approval:
        mend = mend or _("Only its approval releases it.")
    made.add(
        _("Release…"), "sales.release_orders", states=("held",), hindered=mend, opens="release", primary=releasable
    )
    if over:
        made.add(_("Let pass over credit…"), "finance.release_credit", states=("held",), opens="credit", primary=True)
    bound = _("The order went through an approval; change it by a change document.") if order.is_approved else ""
    made.add(
        _("Amend…"), "sales.amend_orders", states=("held",), hindered=bound, opens="amend",
        primary=not releasable and not bound,
    )  # fmt: skip
    step(_("Review"), "received", "sales.review_orders")
    step(_("Reserve stock"), "reviewed", "sales.reserve_orders")
    step(_("Release to warehouse"), "reserved", "sales.release_deliveries")
    none = "" if reasons else _("The company has no reasons for returns yet.")
    left = ("shipped", "recognised")
    made.add(_("Return…"), "sales.announce_returns", states=left, hindered=none, opens="return")
    made.add(_("Tax invoice…"), "finance.request_invoices", states=left, opens="invoice")
    waits = (
        _("Its change %(number)s is open; carry it out or withdraw it first.") % {"number": change} if change else ""
    )
    made.add(
        _("Change…"),
        "sales.change_orders",
        states=OPEN,
        hindered=waits,
        opens="change",
        primary=bool(bound) and not releasable,
    )
    made.add(_("Cancel order…"), "sales.cancel_orders", states=OPEN, opens="cancel")
    made.add(_("Customer link"), "sales.share_orders", post=reverse("web:order-link", args=[order.id]), fields={})
    return _print(made, "order")


def of_order_change(desk: Desk, change: Any) -> Actions:
    made = Actions(desk, change.state, change.id)
    step, may = "web:order-changes-step", "sales.change_orders"
    made.add(_("Edit…"), may, states=("draft",), opens="change")
    made.add(_("Hand in"), may, states=("draft",), post=reverse(step, args=["submit"]), primary=True)
    made.add(_("Carry out"), may, states=("approved",), post=reverse(step, args=["apply"]), primary=True)
    again = reverse("web:order-change-again", args=[change.id])
    made.add(_("Begin again"), may, states=("outdated", "refused", "withdrawn"), post=again, fields={}, primary=True)
    open_ = ("draft", "submitted", "approved")
    made.add(_("Withdraw"), may, states=open_, post=reverse(step, args=["withdraw"]))
    made.add(_("Order"), href=reverse("web:order", args=[change.order_id]), icon="cart")
    return _print(made, "order_change")


def of_delivery(desk: Desk, delivery: Any, *, missing: int, triggers: bool) -> Actions:
    made = Actions(desk, delivery.state, delivery.id)
    text = ngettext(
        "%(missing)s serial number is missing before it can ship.",
        "%(missing)s serial numbers are missing before it can ship.",
        missing,
    ) % {"missing": missing}
    made.add(
        _("Ship"), "sales.ship_deliveries", states=("released",), hindered=text if missing else "",
        post=reverse("web:deliveries-ship"), primary=True,
    )  # fmt: skip
    nothing = "" if triggers else _("Nothing of it waits for its revenue.")
    made.add(
        _("Recognise revenue…"), "sales.recognise_revenue", states=("shipped",), hindered=nothing, opens="recognise",
        primary=True,
    )  # fmt: skip
    made.add(_("Pick list"), href=reverse("web:pick-list", args=[delivery.id]), icon="list")
    return _print(made, "delivery")


def of_return(desk: Desk, document: Any) -> Actions:
    made = Actions(desk, document.state, document.id)
    money = document.kind == "refund_only"
    never = _("Money only goes back, no goods.") if money else ""
    for title, verb, state, opens in (
        (_("Receive…"), "receive_returns", "announced", "receive"),
        (_("Inspect…"), "inspect_returns", "received", "inspect"),
    ):
        made.add(title, f"sales.{verb}", states=(state,), never=never, opens=opens, primary=True)
    due = ("announced",) if money else ("inspected",)
    made.add(_("Refund…"), "sales.refund_returns", states=due, opens="refund", primary=True)
    gone = "" if document.kind == "exchange" else _("Only an exchange sends other goods.")
    if not gone and document.replacement_id and document.replacement_state != "cancelled":
        gone = _("Other goods were sent already.")
    here = ("received", "inspected", "refunded")
    made.add(_("Send other goods…"), "sales.exchange_returns", states=here, never=gone, opens="exchange")
    sent = {"id": document.id}
    post = reverse("web:returns-cancel")
    made.add(_("Cancel the return"), "sales.announce_returns", states=("announced",), post=post, fields=sent)
    return _print(made, "return")


def of_statement(desk: Desk, statement: Any) -> Actions:
    made = Actions(desk, statement.state, statement.id)
    made.add(_("Post…"), "sales.post_statements", states=("matched",), opens="post", primary=True)
    made.add(_("Tie to bank receipt…"), "sales.tie_payouts", states=("posted",), opens="tie", primary=True)
    if statement.rejected_sha256:
        made.add(_("Rows not read"), href=reverse("web:statement-rejected", args=[statement.id]), icon="download")
    return made


def of_voucher(desk: Desk, voucher: Any, *, reversed_already: bool, typed: bool) -> Actions:
    made = Actions(desk, voucher.state, voucher.id)
    month = f"{voucher.posting_on:%Y-%m}"
    made.add(_("Trial balance"), href=f"{reverse('web:trial-balance')}?month={month}")
    never = "" if typed else _("Only vouchers by hand are reversed here; correct its document.")
    if not never and reversed_already:
        never = _("Its reversal was asked for already.")
    made.add(_("Reverse…"), "finance.enter_vouchers", states=("posted",), never=never, opens="reverse")
    seal = reverse("web:vouchers-seal")
    made.add(_("Seal"), "finance.seal_vouchers", states=("collecting",), post=seal)
    return _print(made, "voucher")


def of_draft(desk: Desk, draft: Any, *, own: bool, approval: bool = False) -> Actions:
    made = Actions(desk, draft.state, draft.id)
    mine = ("draft", "sent_back")
    edit = reverse("web:draft-edit", args=[draft.id])
    never = _("A reversal is written by the system.") if draft.kind == "reversal" else ""
    made.add(_("Edit"), "finance.enter_vouchers", states=mine, never=never, href=edit)
    submit, post = reverse("web:drafts-submit"), reverse("web:drafts-post")
    made.add(_("Hand in"), "finance.enter_vouchers", states=mine, post=submit, primary=True)
    made.add(_("Send back…"), "finance.review_vouchers", states=("submitted",), opens="back")
    hindered = _("You wrote it; another person posts it.") if own else ""
    if approval:
        hindered = hindered or _("It is posted once it is approved.")
    made.add(_("Post"), "finance.review_vouchers", states=("submitted",), hindered=hindered, post=post, primary=True)
    if draft.voucher_id:
        made.add(draft.voucher or _("Voucher"), href=reverse("web:voucher", args=[draft.voucher_id]), primary=True)
    cancel = reverse("web:drafts-cancel")
    made.add(_("Cancel voucher"), "finance.enter_vouchers", states=(*mine, "submitted"), post=cancel)
    return _print(made, "draft")


def of_tax_invoice(desk: Desk, invoice: Any) -> Actions:
    made = Actions(desk, invoice.state, invoice.id)
    send, cancel = reverse("web:tax-invoices-send"), reverse("web:tax-invoices-cancel")
    made.add(_("Have it issued"), "finance.send_invoices", states=("to_send", "refused"), post=send, primary=True)
    made.add(_("Cancel request"), "finance.request_invoices", states=("to_send", "refused"), post=cancel)
    if invoice.file_id:
        made.add("XML", href=reverse("web:tax-invoice-xml", args=[invoice.id]), icon="download")
    return _print(made, "tax_invoice")


def of_input_invoice(desk: Desk, invoice: Any) -> Actions:
    made = Actions(desk, invoice.state, invoice.id)
    verify, deduct = reverse("web:input-invoices-verify"), reverse("web:input-invoices-deduct")
    cost = "" if invoice.is_special else _("It is no special VAT invoice; its VAT is part of the cost.")
    made.add(_("Verify"), "finance.deduct_invoices", states=("taken_in", "refused"), post=verify, primary=True)
    made.add(
        _("Deduct this month"), "finance.deduct_invoices", states=("verified",), never=cost, post=deduct, primary=True
    )
    made.add("XML", href=reverse("web:input-invoice-xml", args=[invoice.id]), icon="download")
    return made


def of_letter(desk: Desk, letter: Any) -> Actions:
    made = Actions(desk, letter.state, letter.id)
    sent = {"id": letter.id, "single": 1}
    post = reverse("web:dunning-send")
    made.add(_("Note as sent"), "finance.dun_customers", states=("to_send",), post=post, fields=sent, primary=True)
    return _print(made, "dunning")


def of_account_statement(desk: Desk, statement: Any) -> Actions:
    made = Actions(desk, statement.state, statement.id)
    may = "finance.state_accounts"
    made.add(_("Note as sent"), may, states=("to_send",), post=reverse("web:account-statements-send"), primary=True)
    made.add(
        _("What the party says…"), may, states=("sent", "differs"), opens="answer", primary=statement.state == "sent"
    )
    made.add(_("Clear up…"), may, states=("differs",), opens="clear", primary=True)
    return _print(made, "account_statement")


def of_item_document(desk: Desk, document: Any, *, own: bool, approval: bool = False) -> Actions:
    made = Actions(desk, document.state, document.id)
    edit = reverse("web:item-document-edit", args=[document.id])
    post, cancel = reverse("web:item-documents-post"), reverse("web:item-documents-cancel")
    made.add(_("Edit"), "finance.enter_items", states=("draft",), href=edit)
    hindered = _("You wrote it; another person posts it.") if own else ""
    if approval:
        hindered = hindered or _("It is posted once it is approved.")
    made.add(_("Post"), "finance.review_items", states=("draft",), hindered=hindered, post=post, primary=True)
    if document.voucher_id:
        made.add(
            document.voucher or _("Voucher"), href=reverse("web:voucher", args=[document.voucher_id]), primary=True
        )
    if document.kind == "bill" and document.account in finance.BILL_REASONS and document.amount > 0:
        pay = f"{reverse('web:payment-new')}?bill={document.id}"
        made.add(_("Ask for a payment"), "finance.enter_payments", states=("posted",), href=pay)
    made.add(_("Take back…"), "finance.review_items", states=("posted",), opens="take-back")
    made.add(_("Cancel document"), "finance.enter_items", states=("draft",), post=cancel)
    return made


def of_claim(desk: Desk, claim: Any, *, own: bool, approval: bool = False) -> Actions:
    """``own``: it is the reader's own; ``approval``: a route asks for one. What only others do is not shown to them."""
    made = Actions(desk, claim.state, claim.id)
    step = "web:expenses-step"
    another = _("It is your own; another person does this.") if own else ""
    taken = _("It takes back another claim.") if claim.reverses_id else ""
    if own:
        submit, withdraw = reverse(step, args=["submit"]), reverse(step, args=["withdraw"])
        made.add(_("Hand in"), "finance.enter_claims", states=("draft",), post=submit, primary=True)
        open_states = ("draft", "submitted", "refused")
        made.add(_("Withdraw"), "finance.enter_claims", states=open_states, post=withdraw)
    if desk.may("finance.approve_claims") or not own:
        routed = another or (_("Its approval route approves it.") if approval else "")
        how: dict[str, Any] = {"hindered": routed, "post": reverse(step, args=["approve"]), "primary": True}
        made.add(_("Approve"), "finance.approve_claims", states=("submitted",), **how)
        states = ("submitted", "approved")
        made.add(_("Refuse…"), "finance.approve_claims", states=states, hindered=another, opens="refuse-claim")
    if desk.may("finance.post_claims", "finance.enter_payments") or not own:
        how = {"hindered": another, "post": reverse(step, args=["post"]), "primary": True}
        made.add(_("Post"), "finance.post_claims", states=("approved",), **how)
        how = {"never": taken, "hindered": another, "primary": True}
        pay = f"{reverse('web:payment-new')}?claim={claim.id}"
        made.add(_("Ask for a payment"), "finance.enter_payments", states=("posted",), href=pay, **how)
        how = {"never": taken, "hindered": another, "post": reverse(step, args=["reverse"])}
        made.add(pgettext("expense claim", "Take back"), "finance.post_claims", states=("posted", "paid"), **how)
    return _print(made, "expense_claim")


def of_payment_run(desk: Desk, run: Any) -> Actions:
    made = Actions(desk, run.state, run.id)
    if desk.may("finance.show_accounts"):
        made.add(_("File"), href=reverse("web:payment-run-file", args=[run.id]), icon="download")
    taken = "" if run.call_state in ("waiting", "failed") else _("The bank has answered it.")
    made.add(
        _("Send again now"), "finance.send_again", states=("made",), hindered=taken,
        post=reverse("web:bank-messages-again"), fields={"id": run.call_id}, primary=True,
    )  # fmt: skip
    calling = _("A call to the bank is under way.") if run.is_called else ""
    made.add(_("Withdraw…"), "finance.withdraw_runs", states=("made",), hindered=calling, opens="withdraw")
    return _print(made, "payment_run")


def of_payment(desk: Desk, payment: Any, *, own: bool, approval: bool = False, withdrawn: bool = False) -> Actions:
    """``withdrawn``: a run that had it was, so that it goes out again only with a reason."""
    made = Actions(desk, payment.state, payment.id)
    step = "web:payments-step"
    made.add(
        _("Edit"), "finance.enter_payments", states=("draft",), href=reverse("web:payment-edit", args=[payment.id])
    )
    submit, approve = reverse(step, args=["submit"]), reverse(step, args=["approve"])
    made.add(_("Hand in"), "finance.enter_payments", states=("draft",), post=submit, primary=True)
    hindered = _("You asked for it; another person approves it.") if own else ""
    if approval:
        hindered = hindered or _("Its approval route approves it.")
    made.add(
        _("Approve"), "finance.approve_payments", states=("submitted",), hindered=hindered, post=approve, primary=True
    )
    made.add(_("Reject…"), "finance.approve_payments", states=("submitted", "approved"), opens="reject-payment")
    how: dict[str, Any] = {"opens": "send-again"} if withdrawn else {"post": reverse("web:payment-runs-make")}
    made.add(_("Send to the bank…"), "finance.run_payments", states=("approved",), primary=True, **how)
    cancel: dict[str, Any] = {"post": reverse(step, args=["cancel"])}
    if withdrawn and payment.state == "approved":
        cancel = {"opens": "cancel-sure"}
    made.add(_("Cancel payment"), "finance.enter_payments", states=("draft", "submitted", "approved"), **cancel)
    copy = f"{reverse('web:payment-new')}?copy={payment.id}"
    made.add(_("Ask again"), "finance.enter_payments", states=("rejected", "cancelled"), href=copy)
    return _print(made, "payment")
