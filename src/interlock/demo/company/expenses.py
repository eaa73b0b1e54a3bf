"""Who of the sample companies claims expenses, what may be spent on what, and some claims in each state."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from interlock.core.api import Actor, actor_of, approve_requests, reject_requests, submit_approvals
from interlock.finance import api as finance

from .organisation import CODES, ECO, YEAR
from .people import PARTNERS, USERS
from .writing import by_code, table, write

SPENT_ON, CLAIMED_ON = date(YEAR, 1, 8), date(YEAR, 1, 12)
SECOND_FROM = 5_000
#: role → department and grade
DEPARTMENTS = {
    "sales clerk": ("SALES", ""), "warehouse": ("WH", ""), "cashier": ("FIN", ""), "accountant": ("FIN", ""),
    "planner": ("SALES", ""), "manager": ("SALES", "M"),
}  # fmt: skip
# code, names, component, VAT deducted, needs an invoice, measured by
KINDS = [
    ("TRAVEL", "Train and plane", "差旅交通", "admin", True, True, "claim"),
    ("HOTEL", "Lodging", "住宿", "admin", True, True, "night"),
    ("MEAL", "Meal allowance", "出差餐补", "admin", False, False, "day"),
    ("LOCAL", "Local transport", "市内交通", "selling", False, True, "claim"),
    ("GUEST", "Entertaining customers", "业务招待", "selling", False, True, "claim"),
    ("OFFICE", "Office supplies", "办公用品", "admin", True, True, "claim"),
]
# kind, grade, class of city, amount, effect
LIMITS = [
    ("HOTEL", "", "first", 500, "warn"), ("HOTEL", "", "", 350, "warn"), ("HOTEL", "M", "", 800, "warn"),
    ("MEAL", "", "", 100, "refuse"), ("GUEST", "", "", 2_000, "warn"),
]  # fmt: skip
# who, purpose, how far, lines of (kind, amount, VAT, days or nights, text, reason)
CLAIMS = [
    ("lin", "苏州客户回访", "paid", [("TRAVEL", "318.00", "0", 1, "杭州—苏州往返", ""),
                                    ("HOTEL", "636.00", "36.00", 2, "苏州两晚", "")]),
    ("he", "店铺拍摄道具", "posted", [("OFFICE", "452.00", "52.00", 1, "灯架与背景布", "")]),
    ("lin", "平台大促沟通会", "submitted", [("HOTEL", "520.00", "29.43", 1, "展会期间", "展会周边满房，最低价"),
                                            ("MEAL", "200.00", "0", 2, "", "")]),
    ("zhao", "仓库临时用车", "refused", [("LOCAL", "86.00", "0", 1, "夜间返程", "")]),
    ("lin", "样品寄送", "draft", [("LOCAL", "45.00", "0", 1, "同城急送", "")]),
]  # fmt: skip


def masters(companies: dict[str, Any], users: dict[str, Any]) -> None:
    """Write employees with their parties, kinds of expense with limits, and the route of approval."""
    (group,) = write(
        "parties.PartyGroup", [{"code": "EMPLOYEE", "name_en": "Employees", "name_zh": "员工"}]
    )  # fmt: skip
    people = [one for one in USERS if one[3] not in PARTNERS]
    parties = by_code(
        write(
            "parties.Party",
            [
                {"code": f"EMP-{name.upper()}", "name": f"{family}{given}", "kind": "person", "group": group}
                for name, family, given, *_rest in people
            ],
        )
    )  # fmt: skip
    write("parties.PartyRole", [{"party": party, "role": "employee"} for party in parties.values()])
    units = {(unit.company_id, unit.code): unit for unit in table("core.Unit").objects.filter(kind="department")}
    write(
        "finance.Employee",
        [
            {
                "company": companies[code], "user": users[name], "party": parties[f"EMP-{name.upper()}"],
                "unit": units[companies[code].pk, DEPARTMENTS[role][0]], "grade": DEPARTMENTS[role][1],
                "payee_account": f"62220212020{place:08d}", "payee_bank": "招商银行杭州分行",
                "payee_bank_code": "308331012015",
            }
            for place, (name, _family, _given, role, where, _language) in enumerate(people, start=1)
            for code in where
        ],
    )  # fmt: skip
    for company in (companies[code] for code in CODES):
        kinds = by_code(
            write(
                "finance.ExpenseKind",
                [
                    {"company": company, "code": code, "name_en": en, "name_zh": zh, "component": component,
                     "is_deductible": deducts, "needs_invoice": invoice, "measure": measure}
                    for code, en, zh, component, deducts, invoice, measure in KINDS
                ],
            )
        )  # fmt: skip
        write(
            "finance.ExpenseLimit",
            [
                {"company": company, "expense_kind": kinds[kind], "grade": grade, "city_class": city,
                 "amount": amount, "effect": effect}
                for kind, grade, city, amount, effect in LIMITS
            ],
        )  # fmt: skip
    _route(companies, users)


def _route(companies: dict[str, Any], users: dict[str, Any]) -> None:
    """The head of the department first, then, from an amount on, the accountant."""
    (route,) = write(
        "core.ApprovalRoute",
        [
            {
                "company": companies[ECO], "code": "EXPENSE", "kind": "expense_claim", "valid_from": date(YEAR, 1, 1),
                "name_en": "Expense claims", "name_zh": "费用报销审批", "reminder_hours": 24, "deadline_hours": 72,
            }
        ],
    )  # fmt: skip
    node = {"route": route, "sequence": 1}
    write(
        "core.ApprovalNode",
        [
            node | {"user": users["chen"], "name_en": "Head of the department", "name_zh": "部门负责人"},
            node | {"sequence": 2, "user": users["zhou"], "amount_from": SECOND_FROM,
                    "name_en": "Accountant", "name_zh": "会计"},
        ],
    )  # fmt: skip


def build(companies: dict[str, Any], by: Actor) -> None:
    """Let people of the e-commerce company claim what they spent, and others answer; safe to repeat."""
    company = companies[ECO].pk
    if table("finance.ExpenseClaim").objects.filter(company_id=company).exists():
        return
    users = table("core.User").objects.in_bulk([one[0] for one in USERS], field_name="username")
    people = {name: actor_of(user, "demo") for name, user in users.items()}
    lin = table("parties.Party").objects.get(code="EMP-LIN").pk
    advance = Decimal(954)
    lines = (finance.ManualLine("1221", debit=advance, party=lin), finance.ManualLine("1002", credit=advance))
    voucher = finance.ManualVoucher(SPENT_ON, "员工借款 Advance to an employee", lines)
    key = uuid5(NAMESPACE_URL, f"interlock:demo:{company}:advance")
    assert finance.post_voucher(voucher, company=company, by=by, key=key).counts == {"done": 1}
    for place, (name, purpose, far, spent) in enumerate(CLAIMS, start=1):
        _claim(company, people, name, far, _new(place, purpose, spent))
    finance.post_pending(company, by)
    finance.settle_claims(company, by, CLAIMED_ON)


def _new(place: int, purpose: str, spent: list[tuple[str, str, str, int, str, str]]) -> finance.NewClaim:
    needs = {code: invoice for code, _en, _zh, _component, _deducts, invoice, _measure in KINDS}
    lines = tuple(
        finance.NewClaimLine(
            kind, SPENT_ON, Decimal(amount), Decimal(tax), Decimal(quantity), "", text, reason,
            f"2633200000{place:08d}{line:02d}" if needs[kind] else "",
        )
        for line, (kind, amount, tax, quantity, text, reason) in enumerate(spent, start=1)
    )  # fmt: skip
    return finance.NewClaim(purpose, CLAIMED_ON, lines)


def _claim(company: int, people: dict[str, Actor], name: str, far: str, claim: finance.NewClaim) -> None:
    """Write a claim and take it as far as it goes, each step by whose it is."""
    call: dict[str, Any] = {"company": company, "by": people[name]}
    made = finance.save_claims([1], claims={1: claim}, **call).verdicts[0].detail["claim"]
    if far == "draft":
        return
    assert finance.submit_claims([made], **call).counts == {"done": 1}
    reason = claim.purpose
    asked = submit_approvals([made], kind="expense_claim", reason=reason, **call).verdicts[0].detail["approval"]
    answer: dict[str, Any] = {"company": company, "by": people["chen"]}
    if far == "refused":
        assert reject_requests([asked], comment="缺少乘车时间，请补充", **answer).counts == {"done": 1}
    elif far in ("posted", "paid"):
        assert approve_requests([asked], **answer).counts == {"done": 1}
        posted = finance.post_claims([made], company=company, by=people["zhou"], on=CLAIMED_ON)
        assert posted.counts == {"done": 1}
