"""Who sees a part only, what roles are called, and which duties one person holds with a reason."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import Group

from interlock.core.api import duties

from .organisation import ECO
from .writing import table, write

WORDS = {
    "sales clerk": "销售内勤", "warehouse": "仓库", "cashier": "出纳", "accountant": "会计", "planner": "计划员",
    "manager": "经理", "customer": "客户",
}  # fmt: skip
#: user → the limit of what they see of ECO: a dimension and codes
LIMITED = {"mei": ("shop", ("TM-LOCK", "TM-CAM")), "tmall": ("party", ("PLT-TM",))}
#: Why one person holds both sides of a pair, by the words of the pair, in both languages, as such a
#: company writes it; until a year from the day it was built.
REASONS = {
    "enters and reviews vouchers": "Nobody posts their own voucher; the rule is per document. "
    "没有人过账自己的凭证，规则逐单把关。",
    "enters and posts bills and receipts": "Nobody posts a document of their own; the rule is per document. "
    "没有人过账自己的单据，规则逐单把关。",
    "sets budgets and records what they are used for": "Changes of totals are approved by the manager on a route. "
    "预算总额的变更须由经理按审批流程批准。",
    "records money and accepts what is missing": "The manager reads the list of accepted differences each month. "
    "经理每月核阅已认可差异清单。",
    "changes prices and releases held orders": "The manager stands in for both; prices keep their history. "
    "经理兼任两职，价格留有变更历史。",
    "changes customers and pays refunds": "Refunds go back the way the money came only. 退款只能原路退回。",
    "amends orders and releases them": "One clerk a company; releases carry a reason and are looked through weekly. "
    "每家公司仅一名内勤，放行须填原因并每周复查。",
    "receives returned goods and pays for them": "Small team; the inspection is done by the warehouse. "
    "团队较小，质检由仓库负责。",
    "ships goods and corrects their count": "Counts are posted by another shift and checked at the close. "
    "盘点由另一班次过账，并在结账时核对。",
    "closes months and opens them again": "Opening again needs a reason that stands in the close report. "
    "重新打开须写明原因，并载入结账报告。",
    "gives roles and approves vouchers": "The manager stands in for the administrator; the access review covers it. "
    "经理代行管理员职责，由权限复核把关。",
}


def build(companies: dict[str, Any]) -> None:
    """Write words of roles, the shipped pairs with their reasons, and the limits."""
    roles = {role.name: role for role in Group.objects.filter(name__in=WORDS)}
    write(
        "core.Role",
        [{"group": roles[name], "name_en": name.capitalize(), "name_zh": word} for name, word in WORDS.items()],
    )
    duties.ship_defaults()
    matrix, sets = duties.held()
    until = date.today() + timedelta(days=365)  # noqa: DTZ011 - a day, not a moment
    write(
        "core.DutyException",
        [
            {"company_id": one.company, "user_id": one.user, "conflict_id": one.conflict.id,
             "reason": REASONS[one.conflict.name_en], "valid_to": until}
            for one in duties.clashes(matrix, sets)
        ],
    )  # fmt: skip
    users = {user.username: user for user in table("core.User").objects.filter(username__in=LIMITED)}
    models = {"shop": "sales.Shop", "party": "parties.Party"}
    rows = []
    for name, (dimension, codes) in LIMITED.items():
        ids = list(table(models[dimension]).objects.filter(code__in=codes).values_list("pk", flat=True))
        assert len(ids) == len(codes), f"{name}: {codes}"
        rows.append({"company": companies[ECO], "user": users[name], "dimension": dimension, "ids": ids})
    write("core.DataScope", rows)
