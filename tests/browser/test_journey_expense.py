"""An employee claims expenses by phone, another approves, an accountant posts, a cashier asks for the payment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from interlock.core.api import Company, Unit, open_periods
from interlock.finance import api as finance
from interlock.finance.models import BankAccount, Employee, ExpenseClaim, ExpenseKind, ExpenseLimit
from interlock.parties.models import Party
from tests.approving import Office
from tests.builders import World
from tests.finance.expenses.building import supplier_xml

from .journeying import WAYS, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
USCC = "91330402MA5STAFF18"


def company_with_expenses(world: World, user: Any) -> None:
    """What claiming asks for: an employee, kinds with a limit, an open month, an account to pay from."""
    today = timezone.localdate()
    open_periods(world.company, today.replace(month=1, day=1), today.replace(month=12, day=31))
    Company.objects.filter(pk=world.company).update(uscc=USCC)
    unit = Unit.objects.create(
        company_id=world.company, kind="department", code="DEPT", name_en="Sales", name_zh="销售部"
    )
    party = Party.objects.create(code="EMP-1", name="林晓梅", kind="person")
    Employee.objects.create(
        company_id=world.company, user=user, party=party, unit=unit, payee_account="6222020001112220001"
    )
    hotel = ExpenseKind.objects.create(
        company_id=world.company, code="HOTEL", name_en="Lodging", name_zh="住宿", component="admin",
        is_deductible=True, measure="night",
    )  # fmt: skip
    ExpenseKind.objects.create(
        company_id=world.company, code="MEAL", name_en="Meals", name_zh="餐补", component="admin", needs_invoice=False,
        measure="day",
    )  # fmt: skip
    ExpenseLimit.objects.create(company_id=world.company, expense_kind=hotel, amount=500)
    BankAccount.objects.create(
        company_id=world.company, code="MAIN", name_en="Main", name_zh="基本户", bank_name="A bank",
        number="1234567890", holder="Us", currency_id="CNY",
        account=finance.Account.objects.get(company_id=world.company, code="1002"),
    )  # fmt: skip


@WAYS
def test_an_employee_is_paid_back(
    chromium: Any, live_server: Any, world: World, language: str, width: int, tmp_path: Path
) -> None:
    employee, manager = role_of(world, "sales clerk"), role_of(world, "manager")
    company_with_expenses(world, employee)
    Office(world.company).route({"user": manager}, kind="expense_claim")
    invoice = tmp_path / "invoice.xml"
    invoice.write_bytes(supplier_xml("26332000000000000001", USCC))
    with visit(chromium, live_server, employee, language, width) as lin:
        lin.open("/expenses/", "expenses-none")
        lin.follow("New claim")
        lin.fill("Purpose", "Suzhou")
        lin.page.get_by_label(lin.word("Kind of expense")).select_option("MEAL")
        lin.fill("Spent on", timezone.localdate().isoformat())
        lin.fill("Amount with VAT", "88.00")
        lin.look("expense-entry")
        lin.press("Keep as draft")
        lin.says("Kept as a draft. Add further expenses, or hand it in.")
        lin.page.get_by_label(lin.word("File of the e-invoice (XML)")).set_input_files(invoice)
        lin.page.get_by_label(lin.word("Kind of expense")).select_option("HOTEL")
        lin.press("Add the expense")
        lin.reads("26332000000000000001")
        lin.press("Hand in")
        lin.reads(lin.word("Over the limit without a reason"))
        lin.look("expense-over")
        lin.page.get_by_role("button", name=lin.word("Remove"), exact=True).last.click()
        lin.page.wait_for_load_state()
        lin.page.get_by_label(lin.word("File of the e-invoice (XML)")).set_input_files(invoice)
        lin.page.get_by_label(lin.word("Kind of expense")).select_option("HOTEL")
        lin.fill("Why over the limit, if it is", "fair in town")
        lin.press("Add the expense")
        lin.reads("fair in town")
        lin.look("expense-draft")
        lin.press("Hand in")
        lin.says("The claim is handed in; another person approves it.")
        lin.look("expense-submitted")
    made = ExpenseClaim.objects.get()
    with visit(chromium, live_server, manager, language, width) as chen:
        chen.open(f"/expenses/{made.pk}/", "expense-approver")
        chen.press("Approve…")
        chen.page.locator("dialog[open] button[data-kind=primary]").click()
        chen.reads(chen.counted("%(number)s request approved.", "%(number)s requests approved.", 1))
    with visit(chromium, live_server, role_of(world, "accountant"), language, width) as zhou:
        zhou.open("/claims/", "claims")
        zhou.open(f"/expenses/{made.pk}/")
        zhou.press("Post")
        zhou.reads(zhou.counted("%(number)s claim posted.", "%(number)s claims posted.", 1))
        zhou.look("expense-posted")
    with visit(chromium, live_server, role_of(world, "cashier"), language, width) as qian:
        qian.open(f"/expenses/{made.pk}/")
        qian.follow("Ask for a payment")
        qian.press("Hand in")
        qian.says("The payment is handed in; another person approves it.")
    paid = finance.PaymentRequest.objects.get()
    assert (paid.document_kind, paid.document_id, paid.amount) == ("expense_claim", made.pk, 1148)
    with visit(chromium, live_server, employee, language, width) as lin:
        lin.open("/expenses/", "expenses")
