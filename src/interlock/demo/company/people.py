"""Who works there: users for each role, in one company or several, and what each role may do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission

from .organisation import ECO, MFG, PRJ
from .writing import by_code, table, write

PASSWORD = "anlu-2026-demo"  # noqa: S105 - the sample company's, printed on purpose

CARE = ("sales.change_orders", "sales.cancel_orders", "sales.share_orders")
#: what is everybody's own who works here; a customer of the portal does not
OUR_OWN = ("finance.enter_claims", "core.ask_approvals")
EVERYBODY = ("core.read_notices", "core.attach_files", "core.remove_attachments", "core.write_comments",
             "core.set_custom_fields")  # fmt: skip
ORDERS = (
    "sales.enter_orders", "sales.import_orders", "sales.review_orders", "sales.amend_orders", "sales.reserve_orders",
)  # fmt: skip
LISTS = tuple(f"core.{verb}_{model}" for verb in ("add", "change")
              for model in ("dictionaryentry", "parameter", "region"))  # fmt: skip
APPROVES = ("core.answer_approvals", "core.delegate_approvals")
PROMOTIONS = tuple(f"sales.{verb}_{model}" for verb in ("add", "change")
                   for model in ("promotion", "scope", "tier", "bundlemember", "coupon"))  # fmt: skip
TAXES = (
    "finance.request_invoices", "finance.send_invoices", "finance.receive_invoices", "finance.deduct_invoices",
)  # fmt: skip
ROLES: dict[str, tuple[str, ...]] = {
    "sales clerk": (*ORDERS, *CARE, "sales.release_orders", "sales.release_deliveries", "sales.show_buyer",
                    "sales.announce_returns", "sales.exchange_returns", "core.ask_approvals"),
    "warehouse": (
        "sales.release_deliveries", "sales.capture_serials", "sales.ship_deliveries", "sales.show_buyer",
        "sales.receive_returns", "sales.inspect_returns", "stock.record_movements", "stock.post_movements",
    ),
    "cashier": (
        "sales.recognise_revenue", "sales.refund_returns", "sales.import_statements", "sales.post_statements",
        "sales.tie_payouts", "sales.hand_back_differences", "finance.record_receipts", "finance.enter_vouchers",
        "core.ask_approvals", "finance.enter_items", *TAXES,
        "finance.enter_payments", "finance.run_payments", "finance.record_statements", "finance.match_bank_lines",
        "finance.send_again", "finance.show_accounts",
    ),
    "accountant": (
        "sales.recognise_revenue", "finance.post_events", "finance.seal_vouchers", "finance.enter_vouchers",
        "finance.review_vouchers", "finance.close_years", "finance.assign_cash_items", "core.ask_approvals",
        "finance.keep_credit", "finance.dun_customers", "finance.state_accounts", "finance.keep_rules",
        "finance.revalue_accounts",
        "finance.enter_items", "finance.review_items", "finance.apply_items", "finance.unmatch_bank_lines",
        "finance.withdraw_runs",
        "finance.keep_budgets", "finance.use_budgets", "finance.run_allocations", "finance.settle_fees",
        "finance.post_claims", "core.answer_approvals",
        "core.close_periods", "stock.record_movements", "sales.import_statements", "sales.post_statements",
        "sales.tie_payouts", "sales.accept_differences", "sales.hand_back_differences", "finance.record_receipts",
        *TAXES,
        "finance.ask_tax_office", "finance.manage_gateways",
    ),
    "planner": ("sales.reserve_orders", "stock.record_movements"),
    "manager": (
        *ORDERS, *CARE, "sales.release_orders", "sales.release_deliveries", "sales.recognise_revenue",
        "sales.announce_returns", "sales.refund_returns", "sales.accept_differences", "sales.hand_back_differences",
        "core.read_logs", "core.manage_sign_ins", "core.push_messages", "core.keep_logs",
        "core.watch_worker", "core.hear_escalations", "core.add_escalation", "core.change_escalation",
        "core.keep_roles", "core.keep_people", "core.keep_duties", "core.review_access",
        "core.change_paper", "finance.reopen_months", "finance.review_vouchers",
        "finance.set_credit_limits", "finance.release_credit", "finance.approve_payments", "finance.approve_claims",
        *PROMOTIONS, *LISTS,
        *APPROVES, "core.add_approvalroute",
        "core.change_approvalroute", "core.add_approvalnode", "core.change_approvalnode", "core.delete_approvalnode",
        "core.manage_webhooks", "core.manage_alerts", "core.add_customfield", "core.change_customfield",
    ),
    "customer": ("sales.view_order", "sales.view_delivery", "sales.view_return"),
}  # fmt: skip
# contexts whose lists and pages a role sees, and those whose masters it keeps
SEES: dict[str, tuple[str, ...]] = {
    "sales clerk": ("sales", "stock", "items", "parties", "core"),
    "warehouse": ("sales", "stock", "items", "core"),
    "cashier": ("sales", "finance", "parties", "core"),
    "accountant": ("sales", "stock", "finance", "items", "parties", "core"),
    "planner": ("sales", "stock", "items", "core"),
    "manager": ("sales", "stock", "finance", "items", "parties", "core"),
    "customer": (),
}
KEEPS: dict[str, tuple[str, ...]] = {
    "sales clerk": ("parties",), "warehouse": (), "cashier": (), "accountant": ("finance",), "planner": ("items",),
    "manager": ("items", "parties"), "customer": (),
}  # fmt: skip
# user name, family and given name, role, companies, language
USERS = [
    ("mei", "梅", "小雨", "sales clerk", (ECO,), "zh-hans"),
    ("lin", "林", "晓梅", "sales clerk", (ECO,), "zh-hans"),
    ("sun", "孙", "磊", "sales clerk", (MFG, PRJ), "zh-hans"),
    ("zhao", "赵", "刚", "warehouse", (ECO,), "zh-hans"),
    ("wu", "吴", "志强", "warehouse", (MFG, PRJ), "zh-hans"),
    ("qian", "钱", "丽", "cashier", (MFG, ECO, PRJ), "zh-hans"),
    ("zhou", "周", "文静", "accountant", (MFG, ECO, PRJ), "zh-hans"),
    ("he", "何", "伟", "planner", (MFG, ECO), "zh-hans"),
    ("chen", "陈", "明远", "manager", (MFG, ECO, PRJ), "zh-hans"),
    ("grace", "Moore", "Grace", "manager", (ECO,), "en"),
    ("tmall", "天猫", "结算", "customer", (ECO,), "zh-hans"),
]
#: role → what its members are to us: they see their own party only
PARTNERS = {"customer": "customer"}
ADMINISTRATOR = "admin"
SIGN_INS: list[tuple[str, str, str]] = [
    (ADMINISTRATOR, PASSWORD, "administrator, all companies"),
    *((name, PASSWORD, f"{role}, {' '.join(companies)}") for name, _, _, role, companies, _ in USERS),
]


def build(companies: dict[str, Any]) -> dict[str, Any]:
    """Write roles with their permissions, users and memberships; answer the users by name."""
    roles = _roles()
    password = make_password(PASSWORD)
    rows: list[dict[str, Any]] = [
        {
            "username": name,
            "last_name": family,
            "first_name": given,
            "password": password,
            "language": language,
            "company": companies[where[0]],
            "email": f"{name}@anlu.example",
            "is_staff": role not in PARTNERS,
            "partner": PARTNERS.get(role, ""),
        }
        for name, family, given, role, where, language in USERS
    ]
    rows.append(
        {
            "username": ADMINISTRATOR,
            "last_name": "",
            "first_name": "Administrator",
            "password": password,
            "language": "en",
            "company": companies[ECO],
            "email": "admin@anlu.example",
            "is_staff": True,
            "is_superuser": True,
        }
    )
    users = by_code(write("core.User", rows), "username")
    write(
        "core.Membership",
        [
            {"company": companies[code], "user": users[name], "role": roles[role]}
            for name, _, _, role, where, _ in USERS
            for code in where
        ]
        + [
            {"company": company, "user": users[ADMINISTRATOR], "role": roles["manager"]}
            for company in companies.values()
        ],
    )
    return users


def allowed(role: str, names: Iterable[str]) -> frozenset[str]:
    """Answer what of all permissions a role of the sample company holds."""
    sees = tuple(f"{app}.view_" for app in SEES[role])
    keeps = tuple(f"{app}.{verb}_" for app in KEEPS[role] for verb in ("add", "change"))
    own = frozenset((*ROLES[role], *EVERYBODY, *(() if role in PARTNERS else OUR_OWN)))
    return frozenset(name for name in names if name in own or name.startswith((*sees, *keeps)))


def _roles() -> dict[str, Group]:
    named = {f"{p.content_type.app_label}.{p.codename}": p for p in Permission.objects.select_related("content_type")}
    found = {}
    for role in ROLES:
        found[role], _ = Group.objects.get_or_create(name=role)
        assert set(ROLES[role]) <= set(named), f"{role} names a permission that is not there"
        found[role].permissions.set([named[name] for name in allowed(role, named)])
    return found


def clerk_of_company() -> dict[str, Any]:
    """Answer the sales clerk of each company: who answers for its shops."""
    users = {user.username: user for user in table("core.User").objects.all()}
    return {code: users[name] for name, _, _, role, codes, _ in USERS if role == "sales clerk" for code in codes}
