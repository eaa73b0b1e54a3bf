"""Every law of the credit ledger and of tax invoices finds the row that breaks it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest

from interlock.finance import api as finance
from interlock.sales import api as sales
from tests.builders import DAY, World, assert_laws
from tests.crediting import Credit
from tests.finance.test_laws_bank import each_is_found
from tests.taxing import Office, register, tax_office

from .test_tax_invoices import bought, issue, sold, take_in

DAMAGE = {
    "credit_balances_are_their_entries": ["UPDATE finance_creditbalance SET exposure_amount = exposure_amount - 1"],
    "credit_is_overdrawn_by_what_is_above": [
        "UPDATE finance_creditbalance SET overdrawn_amount = overdrawn_amount + 1"
    ],
    "credit_positions_are_their_entries": ["DELETE FROM finance_creditposition WHERE kind = 'payment'"],
    "credit_releases_are_released": ["UPDATE finance_creditrelease SET state = 'expired'"],
    "credit_payments_are_the_books": [
        "INSERT INTO finance_creditentry (company_id, group_id, share, kind, party_id, document_kind, document_id,"
        " amount, rate, delta_amount, fact_on, run_id)"
        " SELECT company_id, group_id, share, kind, party_id, document_kind, document_id, amount, rate, delta_amount,"
        " fact_on, run_id FROM finance_creditentry WHERE document_kind = 'voucher'"
    ],
    "tax_invoices_are_lines": [
        "UPDATE finance_taxinvoiceline SET net_amount = net_amount + 1 WHERE original_id IS NULL"
    ],
    "red_letters_within": ["UPDATE finance_taxinvoiceline SET red_net_amount = 0, red_tax_amount = 0"],
    "revenue_invoiced_once": [
        "INSERT INTO finance_taxinvoicepart"
        " (company_id, invoice_id, line_id, document_id, source_line_id, quantity, net_amount, tax_amount)"
        " SELECT company_id, invoice_id, line_id, document_id, source_line_id, quantity, net_amount, tax_amount"
        " FROM finance_taxinvoicepart WHERE net_amount > 0"
    ],
    "input_invoices_are_lines": ["UPDATE finance_inputinvoiceline SET tax_amount = tax_amount + 1"],
    "offices_are_asked": ["UPDATE finance_gatewaymessage SET state = 'answered', next_try_at = NULL"],
}


@pytest.mark.usefixtures("committed")
def test_every_law_of_credit_and_tax_names_what_breaks_it(owner: psycopg.Connection, tmp_path: Path) -> None:
    world = World()
    with tax_office(tmp_path) as office:
        invoiced(world, office)
    world.receive(world.camera, 10, "1000")
    credit = Credit(world)
    within, above = (world.order(("CAMERA", cameras), paid_amount="", paid_at="") for cameras in (3, 1))
    assert credit.release(above).table() == [(above, "done")]
    world.post()
    credit.paid("100")
    assert credit.drawn(within) == {"order": 897}
    assert credit.balance.released_amount == 196
    assert_laws()
    each_is_found(owner, DAMAGE)


def invoiced(world: World, office: Office) -> None:
    """Have revenue invoiced and taken back in part, and an invoice to us asked about without an answer."""
    register(world, office)
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    [delivery] = sold(world, ("CAMERA", 2))
    assert finance.request_invoices([delivery], on=DAY, **call).counts == {"done": 1}
    issue(world)
    order = sales.Order.objects.get(company=world.company).pk
    world.returned(order, ("CAMERA", 1), state="refunded")
    assert finance.request_red_letters([delivery], on=DAY, **call).counts == {"done": 1}
    issue(world)
    assert take_in(world, bought(world, office, 1)).counts == {"done": 1}
    ours = finance.InputInvoice.objects.get(company=world.company).pk
    assert finance.verify_invoices([ours], on=DAY, **call).counts == {"done": 1}
