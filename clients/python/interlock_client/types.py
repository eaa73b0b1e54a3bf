"""What calls take and answer. Written by ./interlock manage client from the specification; do not edit."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict


class AcceptChangesCall(TypedDict):
    """AcceptChangesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class AcceptDifferencesCall(TypedDict):
    """AcceptDifferencesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    note: str


class Account(TypedDict):
    """An account of a company's chart; its code and names follow the Chinese accounting standards. One
    kept in a currency says in each line what it moves in it; without one it is kept in the books' own.
    """

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    kind: Literal['asset', 'liability', 'equity', 'cost', 'income', 'expense']
    parent: str | None
    currency: str | None
    is_group: bool
    state: Literal['open', 'closed']


class AccountAsked(TypedDict):
    """AccountAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['open', 'closed'] | None]
    kind: NotRequired[Literal['asset', 'liability', 'equity', 'cost', 'income', 'expense'] | None]
    code: NotRequired[str | None]
    is_group: NotRequired[bool | None]
    changed_since: NotRequired[str | None]


class AccountDimension(TypedDict):
    """A dimension that every line on an account must carry, by hand or by a posting rule. Of events party,
    item, shop or department are asked, which they say; employees and cash flow items are said by the
    documents and rules that make them.
    """

    id: int
    company: str
    account: str
    dimension: Literal['party', 'department', 'shop', 'project', 'item', 'employee', 'cash_item']


class AccountDimensionAsked(TypedDict):
    """AccountDimensionAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    account: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class AccountDimensionPage(TypedDict):
    """A page of required-dimensions, oldest first."""

    rows: list[AccountDimension]
    next: int | None


class AccountPage(TypedDict):
    """A page of accounts, oldest first."""

    rows: list[Account]
    next: int | None


class AccountStatement(TypedDict):
    """What stood between a company and a party on a day, as it was written down, and whether the party
    agrees. Debit positive: what the party owes. ``stated_amount`` is the balance by the party's own
    books.
    """

    company: str
    id: int
    number: str
    party: str
    first_on: str
    last_on: str
    opening: str
    closing: str
    state: Literal['draft', 'sent', 'agreed', 'differs', 'cleared']
    sent_on: str | None
    stated_amount: str | None
    answered_on: str | None
    answer: str
    cleared_because: str
    owner_id: int | None


class AccountStatementAsked(TypedDict):
    """AccountStatementAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['draft', 'sent', 'agreed', 'differs', 'cleared'] | None]
    number: NotRequired[str | None]
    party: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]


class AccountStatementPage(TypedDict):
    """A page of account-statements, oldest first."""

    rows: list[AccountStatement]
    next: int | None


class AccrueFeesCall(TypedDict):
    """AccrueFeesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class Address(TypedDict):
    """An address of a party."""

    id: int
    party: str
    contact: str
    phone: str
    province: str
    city: str
    district: str
    street: str
    postcode: str


class AddressAsked(TypedDict):
    """AddressAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    party: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class AddressPage(TypedDict):
    """A page of addresses, oldest first."""

    rows: list[Address]
    next: int | None


class AdjustCreditCall(TypedDict):
    """AdjustCreditCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    adjustments: dict[str, NewAdjustment]
    on: str


class Alert(TypedDict):
    """Tells somebody when a list finds so many rows or so much; once, until it was over. It sees what its
    owner sees. ``query`` is the list's address, as a saved view keeps it.
    """

    id: int
    company: str
    name: str
    list_code: str
    query: str
    measure: Literal['count', 'amount']
    threshold: str
    every_minutes: int
    user_id: int | None
    role_id: int | None
    owner_id: int
    is_active: bool
    last_run_at: str | None
    last_count: int | None
    last_amount: str | None


class AlertAsked(TypedDict):
    """AlertAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    list_code: NotRequired[str | None]
    is_active: NotRequired[bool | None]
    changed_since: NotRequired[str | None]


class AlertPage(TypedDict):
    """A page of alerts, oldest first."""

    rows: list[Alert]
    next: int | None


class AllocationLine(TypedDict):
    """A line of a document: How one amount came about: what stood on an account, the weight it was shared
    out by, and what a unit took.
    """

    id: int
    account: str
    target_account: str
    unit: str
    source_amount: str
    weight: str
    weights: str
    amount: str


class AllocationLineAsked(TypedDict):
    """AllocationLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class AllocationLinePage(TypedDict):
    """A page of Lines of one of allocations."""

    rows: list[AllocationLine]
    next: int | None


class AllocationRun(TypedDict):
    """What a rule moved in a month: one voucher, taken back by another; of those in force there is one a
    month.
    """

    company: str
    id: int
    rule: str
    month: str
    state: Literal['posted', 'reversed']
    amount: str
    voucher_id: int
    reversal_id: int | None
    lines: NotRequired[list[AllocationLine] | None]
    lines_next: NotRequired[int | None]


class AllocationRunAsked(TypedDict):
    """AllocationRunAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['posted', 'reversed'] | None]
    rule: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class AllocationRunPage(TypedDict):
    """A page of allocations, oldest first."""

    rows: list[AllocationRun]
    next: int | None


class AmendOrdersCall(TypedDict):
    """AmendOrdersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    buyer: NotRequired[str | None]
    phone: NotRequired[str | None]
    province: NotRequired[str | None]
    city: NotRequired[str | None]
    district: NotRequired[str | None]
    address: NotRequired[str | None]
    items: NotRequired[dict[str, str] | None]


class AnnounceReturnsCall(TypedDict):
    """AnnounceReturnsCall"""

    company: NotRequired[str | None]
    rows: list[NewReturn]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class Announcement(TypedDict):
    """What a company tells everybody who works in it, on the start page, from its first day to its last."""

    id: int
    company: str
    name_en: str
    name_zh: str
    text_en: str
    text_zh: str
    first_on: str
    last_on: str | None
    is_urgent: bool
    for_partners: bool


class AnnouncementAsked(TypedDict):
    """AnnouncementAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    changed_since: NotRequired[str | None]


class AnnouncementPage(TypedDict):
    """A page of announcements, oldest first."""

    rows: list[Announcement]
    next: int | None


class AnswerStatementsCall(TypedDict):
    """AnswerStatementsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    answers: dict[str, PartyAnswer]


class ApplyItemsCall(TypedDict):
    """ApplyItemsCall"""

    company: NotRequired[str | None]
    rows: list[NewApplication]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class ApplyOrderChangesCall(TypedDict):
    """ApplyOrderChangesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class ApprovalRequest(TypedDict):
    """A document's way through a route, with its figures as they were when it was asked for. Once the
    document's ``document_version``, amount or reasons are others, nobody can approve it any more.
    """

    company: str
    id: int
    kind: str
    document_id: int
    document_version: int
    number: str
    reason: str
    amount: str
    margin_pct: str | None
    reasons: list[str]
    state: Literal['waiting', 'approved', 'rejected', 'sent_back', 'withdrawn']
    requester_id: int | None
    route: str
    route_version: int
    reminder_hours: int | None
    deadline_hours: int | None
    own_allowed: bool
    asked_at: str
    ended_at: str | None
    lines: NotRequired[list[ApprovalTask] | None]
    lines_next: NotRequired[int | None]


class ApprovalRequestAsked(TypedDict):
    """ApprovalRequestAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['waiting', 'approved', 'rejected', 'sent_back', 'withdrawn'] | None]
    kind: NotRequired[str | None]
    number: NotRequired[str | None]
    document_id: NotRequired[int | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class ApprovalRequestPage(TypedDict):
    """A page of approvals, oldest first."""

    rows: list[ApprovalRequest]
    next: int | None


class ApprovalTask(TypedDict):
    """A line of a document: What one person is asked at one step."""

    id: int
    step_id: int
    user_id: int
    state: Literal['ahead', 'open', 'answered', 'ended']


class ApprovalTaskAsked(TypedDict):
    """ApprovalTaskAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class ApprovalTaskPage(TypedDict):
    """A page of Lines of one of approvals."""

    rows: list[ApprovalTask]
    next: int | None


class ApproveClaimsCall(TypedDict):
    """ApproveClaimsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ApprovePaymentsCall(TypedDict):
    """ApprovePaymentsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ApproveRequestsCall(TypedDict):
    """ApproveRequestsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    comment: NotRequired[str]


class AskBanksCall(TypedDict):
    """AskBanksCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class AssignBankLinesCall(TypedDict):
    """AssignBankLinesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    owner: int


class AssignCashItemsCall(TypedDict):
    """AssignCashItemsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    item: str
    instead: NotRequired[str]


class Balance(TypedDict):
    """What lies in a bin, and how much of it is promised: never below zero, never promised twice."""

    id: int
    company: str
    item: str
    location_id: int
    quality: Literal['good', 'hold']
    on_hand: str
    reserved: str


class BalanceAsked(TypedDict):
    """BalanceAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    item: NotRequired[str | None]
    location: NotRequired[int | None]


class BalancePage(TypedDict):
    """A page of stock, oldest first."""

    rows: list[Balance]
    next: int | None


class BankAccount(TypedDict):
    """An account of the company at a bank, and the ledger account it is in the books."""

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    bank_name: str
    bank_code: str
    holder: str
    currency: str
    account: str
    gateway: str | None
    owner_id: int | None
    state: Literal['open', 'closed']


class BankAccountAsked(TypedDict):
    """BankAccountAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['open', 'closed'] | None]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class BankAccountPage(TypedDict):
    """A page of bank-accounts, oldest first."""

    rows: list[BankAccount]
    next: int | None


class BankLine(TypedDict):
    """A line of a document: A line of a statement, in the bank's words; ``use`` and ``document_id`` say
    what it is once that is known.
    """

    id: int
    bank_account: str
    ordinal: int
    booked_on: str
    amount: str
    reference: str
    end_to_end: str
    code: str
    counterparty: str
    text: str
    state: Literal['open', 'matched']
    use: Literal['receipt', 'customer', 'payment', 'fee', 'interest', 'transfer', 'refund', 'prepaid', 'booked'] | None
    way: Literal['reference', 'party', 'rule', 'code', 'hand'] | None
    party: str | None
    document_id: int | None
    owner_id: int | None
    note: str


class BankLineAsked(TypedDict):
    """BankLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class BankLinePage(TypedDict):
    """A page of Lines of one of bank-statements."""

    rows: list[BankLine]
    next: int | None


class BankReceipt(TypedDict):
    """Money that came in on a bank account; ``reference`` is what the payer wrote, ``document_id`` what it
    pays.
    """

    company: str
    id: int
    account: str
    bank_number: str
    reference: str
    payer: str
    amount: str
    received_on: str
    state: Literal['open', 'tied']
    document_id: int | None


class BankReceiptAsked(TypedDict):
    """BankReceiptAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['open', 'tied'] | None]
    reference: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]


class BankReceiptPage(TypedDict):
    """A page of bank-receipts, oldest first."""

    rows: list[BankReceipt]
    next: int | None


class BankRule(TypedDict):
    """What a text on a statement means, as somebody said once: lines that hold it are taken for this."""

    id: int
    company: str
    pattern: str
    direction: Literal['in', 'out']
    use: Literal['receipt', 'customer', 'fee', 'interest', 'transfer', 'refund', 'prepaid']
    party: str | None
    state: Literal['active', 'off']


class BankRuleAsked(TypedDict):
    """BankRuleAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['active', 'off'] | None]
    changed_since: NotRequired[str | None]


class BankRulePage(TypedDict):
    """A page of bank-rules, oldest first."""

    rows: list[BankRule]
    next: int | None


class BankStatement(TypedDict):
    """A statement of an account, kept once: it follows the one before in number and in balance."""

    company: str
    id: int
    number: str
    bank_account: str
    year: int
    sequence: int
    source: Literal['camt', 'csv']
    stated_on: str
    opening: str
    closing: str
    sha256: str
    lines: NotRequired[list[BankLine] | None]
    lines_next: NotRequired[int | None]


class BankStatementAsked(TypedDict):
    """BankStatementAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    number: NotRequired[str | None]
    bank_account: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]


class BankStatementPage(TypedDict):
    """A page of bank-statements, oldest first."""

    rows: list[BankStatement]
    next: int | None


class Batch(TypedDict):
    """Order lines of one company; the lines of an order stand together."""

    company: str
    rows: list[OrderRow]


class BatchAnswer(TypedDict):
    """BatchAnswer"""

    feed: int
    replayed: bool
    counts: dict[str, int]
    rows: list[RowAnswer]


class BookBankLinesCall(TypedDict):
    """BookBankLinesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    said: Said


class Brand(TypedDict):
    """A brand that items are sold under."""

    id: int
    name_en: str
    name_zh: str
    code: str
    state: Literal['active', 'blocked']


class BrandAsked(TypedDict):
    """BrandAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['active', 'blocked'] | None]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class BrandPage(TypedDict):
    """A page of brands, oldest first."""

    rows: list[Brand]
    next: int | None


class Budget(TypedDict):
    """What may be spent from a day to a day; its lines say on what, each with a total of its own."""

    company: str
    id: int
    code: str
    name: str
    kind: Literal['account', 'department', 'incentive']
    control: Literal['refuse', 'warn', 'none']
    currency: str
    starts_on: str
    ends_on: str
    owner_id: int | None
    state: Literal['open', 'closed']
    version: int
    lines: NotRequired[list[BudgetLine] | None]
    lines_next: NotRequired[int | None]


class BudgetAsked(TypedDict):
    """BudgetAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['open', 'closed'] | None]
    kind: NotRequired[Literal['account', 'department', 'incentive'] | None]
    code: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class BudgetLine(TypedDict):
    """A line of a document: What a total is for: an account and those below it, a department, a project,
    or an incentive that is named.
    """

    id: int
    account: str | None
    unit: str | None
    project_id: int | None
    month: str | None
    category: str
    channel: str
    beneficiary: str
    name: str


class BudgetLineAsked(TypedDict):
    """BudgetLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class BudgetLinePage(TypedDict):
    """A page of Lines of one of budgets."""

    rows: list[BudgetLine]
    next: int | None


class BudgetPage(TypedDict):
    """A page of budgets, oldest first."""

    rows: list[Budget]
    next: int | None


class BudgetThreshold(TypedDict):
    """What happens from a share of a total on: its owner is told, nothing more is taken, or less is
    granted.
    """

    id: int
    company: str
    budget: str | None
    used_pct: int
    action: Literal['tell', 'stop', 'lower']
    rate_pct: str | None


class BudgetThresholdAsked(TypedDict):
    """BudgetThresholdAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    budget: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class BudgetThresholdPage(TypedDict):
    """A page of budget-thresholds, oldest first."""

    rows: list[BudgetThreshold]
    next: int | None


class Buyer(TypedDict):
    """Whom an invoice is made out to, and where it may be sent: a person needs no credit code."""

    name: str
    code: NotRequired[str]
    email: NotRequired[str]


class CancelDraftsCall(TypedDict):
    """CancelDraftsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CancelInvoicesCall(TypedDict):
    """CancelInvoicesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CancelItemDocumentsCall(TypedDict):
    """CancelItemDocumentsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CancelOrdersCall(TypedDict):
    """CancelOrdersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    reason: str
    on: str
    note: NotRequired[str]


class CancelPaymentsCall(TypedDict):
    """CancelPaymentsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    sure: NotRequired[str]


class CancelReason(TypedDict):
    """Why an order is cancelled; the words of the counts."""



class CancelReturnsCall(TypedDict):
    """CancelReturnsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CancelRow(TypedDict):
    """CancelRow"""

    shop: str
    order_no: str
    reason: CancelReason
    note: NotRequired[str]


class Cancellations(TypedDict):
    """Cancellations"""

    company: str
    rows: list[CancelRow]


class CaptureSerialsCall(TypedDict):
    """CaptureSerialsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    serials: NotRequired[dict[str, list[str]] | None]


class CashItemRule(TypedDict):
    """The cash flow item of what nobody named one for: by event and component, else by the other account.
    An account stands for all whose codes begin with its code; the longest wins.
    """

    id: int
    company: str
    event_kind: str
    component: str
    account: str | None
    item_in_id: int
    item_out_id: int


class CashItemRuleAsked(TypedDict):
    """CashItemRuleAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    account: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class CashItemRulePage(TypedDict):
    """A page of cash-item-rules, oldest first."""

    rows: list[CashItemRule]
    next: int | None


class Category(TypedDict):
    """A category of items, in a tree; rules speak of it."""

    id: int
    name_en: str
    name_zh: str
    code: str
    parent: str | None


class CategoryAsked(TypedDict):
    """CategoryAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class CategoryPage(TypedDict):
    """A page of categories, oldest first."""

    rows: list[Category]
    next: int | None


class ChangeAccountCall(TypedDict):
    """ChangeAccountCall"""

    company: NotRequired[str | None]
    rows: list[ChangedAccount]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeAccountDimensionCall(TypedDict):
    """ChangeAccountDimensionCall"""

    company: NotRequired[str | None]
    rows: list[ChangedAccountDimension]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeAddressCall(TypedDict):
    """ChangeAddressCall"""

    company: NotRequired[str | None]
    rows: list[ChangedAddress]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeAnnouncementCall(TypedDict):
    """ChangeAnnouncementCall"""

    company: NotRequired[str | None]
    rows: list[ChangedAnnouncement]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeBankRuleCall(TypedDict):
    """ChangeBankRuleCall"""

    company: NotRequired[str | None]
    rows: list[ChangedBankRule]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeBrandCall(TypedDict):
    """ChangeBrandCall"""

    company: NotRequired[str | None]
    rows: list[ChangedBrand]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeBudgetThresholdCall(TypedDict):
    """ChangeBudgetThresholdCall"""

    company: NotRequired[str | None]
    rows: list[ChangedBudgetThreshold]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeCashItemRuleCall(TypedDict):
    """ChangeCashItemRuleCall"""

    company: NotRequired[str | None]
    rows: list[ChangedCashItemRule]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeCategoryCall(TypedDict):
    """ChangeCategoryCall"""

    company: NotRequired[str | None]
    rows: list[ChangedCategory]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeChannelCall(TypedDict):
    """ChangeChannelCall"""

    company: NotRequired[str | None]
    rows: list[ChangedChannel]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeCreditGroupCall(TypedDict):
    """ChangeCreditGroupCall"""

    company: NotRequired[str | None]
    rows: list[ChangedCreditGroup]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeCreditThresholdCall(TypedDict):
    """ChangeCreditThresholdCall"""

    company: NotRequired[str | None]
    rows: list[ChangedCreditThreshold]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeDictionaryEntryCall(TypedDict):
    """ChangeDictionaryEntryCall"""

    company: NotRequired[str | None]
    rows: list[ChangedDictionaryEntry]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeDimensionValueCall(TypedDict):
    """ChangeDimensionValueCall"""

    company: NotRequired[str | None]
    rows: list[ChangedDimensionValue]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeDocument(TypedDict):
    """A change of one order, from the version it starts from: written, submitted, approved where needed,
    applied. ``before`` and ``after`` hold the fields of the head that change. ``amount_before`` and
    ``amount`` are what the order came to and what it comes to. ``reasons`` are what approval routes
    look at. ``note`` is the approver's word when it comes back, ``why`` the code for which it could not
    be applied.
    """

    company: str
    id: int
    number: str
    order_id: int
    shop: str
    state: Literal['draft', 'submitted', 'approved', 'applied', 'refused', 'withdrawn', 'outdated']
    reason: Literal['buyer', 'price', 'quantity', 'goods', 'address', 'mistake', 'other']
    text: str
    change_on: str
    order_version: int
    amount_before: str
    amount: str
    reasons: list[str]
    note: str
    why: str
    version: int
    author_id: int | None
    editor_id: int | None
    saved_at: str
    applied_at: str | None
    lines: NotRequired[list[ChangeLine] | None]
    lines_next: NotRequired[int | None]


class ChangeDocumentAsked(TypedDict):
    """ChangeDocumentAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['draft', 'submitted', 'approved', 'applied', 'refused', 'withdrawn', 'outdated'] | None]
    number: NotRequired[str | None]
    shop: NotRequired[str | None]
    order: NotRequired[int | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class ChangeDocumentPage(TypedDict):
    """A page of order-changes, oldest first."""

    rows: list[ChangeDocument]
    next: int | None


class ChangeDunningLevelCall(TypedDict):
    """ChangeDunningLevelCall"""

    company: NotRequired[str | None]
    rows: list[ChangedDunningLevel]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeEscalationCall(TypedDict):
    """ChangeEscalationCall"""

    company: NotRequired[str | None]
    rows: list[ChangedEscalation]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeExchangeRateCall(TypedDict):
    """ChangeExchangeRateCall"""

    company: NotRequired[str | None]
    rows: list[ChangedExchangeRate]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeExpenseKindCall(TypedDict):
    """ChangeExpenseKindCall"""

    company: NotRequired[str | None]
    rows: list[ChangedExpenseKind]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeExpenseLimitCall(TypedDict):
    """ChangeExpenseLimitCall"""

    company: NotRequired[str | None]
    rows: list[ChangedExpenseLimit]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeFeeKindCall(TypedDict):
    """ChangeFeeKindCall"""

    company: NotRequired[str | None]
    rows: list[ChangedFeeKind]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeFeePolicyCall(TypedDict):
    """ChangeFeePolicyCall"""

    company: NotRequired[str | None]
    rows: list[ChangedFeePolicy]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeInvoiceRuleCall(TypedDict):
    """ChangeInvoiceRuleCall"""

    company: NotRequired[str | None]
    rows: list[ChangedInvoiceRule]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeItemAccountCall(TypedDict):
    """ChangeItemAccountCall"""

    company: NotRequired[str | None]
    rows: list[ChangedItemAccount]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeItemCall(TypedDict):
    """ChangeItemCall"""

    company: NotRequired[str | None]
    rows: list[ChangedItem]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeItemRuleCall(TypedDict):
    """ChangeItemRuleCall"""

    company: NotRequired[str | None]
    rows: list[ChangedItemRule]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeItemShopCall(TypedDict):
    """ChangeItemShopCall"""

    company: NotRequired[str | None]
    rows: list[ChangedItemShop]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeItemUnitCall(TypedDict):
    """ChangeItemUnitCall"""

    company: NotRequired[str | None]
    rows: list[ChangedItemUnit]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeLine(TypedDict):
    """A line of a document: A line as it shall be, beside what it was; one that is added was nothing,
    quantity 0 takes one out.
    """

    id: int
    ordinal: int
    line_number: int | None
    sku: str
    item: str | None
    quantity: str
    unit_price: str
    amount: str
    sku_before: str
    item_before: str | None
    quantity_before: str | None
    unit_price_before: str | None
    amount_before: str


class ChangeLineAsked(TypedDict):
    """ChangeLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class ChangeLinePage(TypedDict):
    """A page of Lines of one of order-changes."""

    rows: list[ChangeLine]
    next: int | None


class ChangeListingCall(TypedDict):
    """ChangeListingCall"""

    company: NotRequired[str | None]
    rows: list[ChangedListing]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeLocationCall(TypedDict):
    """ChangeLocationCall"""

    company: NotRequired[str | None]
    rows: list[ChangedLocation]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeOrdersCall(TypedDict):
    """ChangeOrdersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    changes: dict[str, ChangedOrder]
    on: str


class ChangeParameterCall(TypedDict):
    """ChangeParameterCall"""

    company: NotRequired[str | None]
    rows: list[ChangedParameter]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangePartyAccountCall(TypedDict):
    """ChangePartyAccountCall"""

    company: NotRequired[str | None]
    rows: list[ChangedPartyAccount]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangePartyCall(TypedDict):
    """ChangePartyCall"""

    company: NotRequired[str | None]
    rows: list[ChangedParty]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangePartyGroupCall(TypedDict):
    """ChangePartyGroupCall"""

    company: NotRequired[str | None]
    rows: list[ChangedPartyGroup]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangePartyRoleCall(TypedDict):
    """ChangePartyRoleCall"""

    company: NotRequired[str | None]
    rows: list[ChangedPartyRole]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangePaymentReasonCall(TypedDict):
    """ChangePaymentReasonCall"""

    company: NotRequired[str | None]
    rows: list[ChangedPaymentReason]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangePriceCall(TypedDict):
    """ChangePriceCall"""

    company: NotRequired[str | None]
    rows: list[ChangedPrice]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangePriceListCall(TypedDict):
    """ChangePriceListCall"""

    company: NotRequired[str | None]
    rows: list[ChangedPriceList]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeReasonCall(TypedDict):
    """ChangeReasonCall"""

    company: NotRequired[str | None]
    rows: list[ChangedReason]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeRegionCall(TypedDict):
    """ChangeRegionCall"""

    company: NotRequired[str | None]
    rows: list[ChangedRegion]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeReturnReasonCall(TypedDict):
    """ChangeReturnReasonCall"""

    company: NotRequired[str | None]
    rows: list[ChangedReturnReason]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeReviewCheckCall(TypedDict):
    """ChangeReviewCheckCall"""

    company: NotRequired[str | None]
    rows: list[ChangedReviewCheck]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeRouteCall(TypedDict):
    """ChangeRouteCall"""

    company: NotRequired[str | None]
    rows: list[ChangedRoute]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeRow(TypedDict):
    """What shall be different; a field that is not named stays as it is."""

    shop: str
    order_no: str
    buyer: NotRequired[str | None]
    phone: NotRequired[str | None]
    province: NotRequired[str | None]
    city: NotRequired[str | None]
    district: NotRequired[str | None]
    address: NotRequired[str | None]
    remark: NotRequired[str | None]
    lines: NotRequired[list[ChangedLine]]


class ChangeShopCall(TypedDict):
    """ChangeShopCall"""

    company: NotRequired[str | None]
    rows: list[ChangedShop]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeStatisticCall(TypedDict):
    """ChangeStatisticCall"""

    company: NotRequired[str | None]
    rows: list[ChangedStatistic]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeTaxClassCall(TypedDict):
    """ChangeTaxClassCall"""

    company: NotRequired[str | None]
    rows: list[ChangedTaxClass]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeTaxRateCall(TypedDict):
    """ChangeTaxRateCall"""

    company: NotRequired[str | None]
    rows: list[ChangedTaxRate]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeUnitCall(TypedDict):
    """ChangeUnitCall"""

    company: NotRequired[str | None]
    rows: list[ChangedUnit]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangeWarehouseCall(TypedDict):
    """ChangeWarehouseCall"""

    company: NotRequired[str | None]
    rows: list[ChangedWarehouse]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ChangedAccount(TypedDict):
    """ChangedAccount"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    kind: NotRequired[Literal['asset', 'liability', 'equity', 'cost', 'income', 'expense']]
    parent: NotRequired[str | None]
    currency: NotRequired[str | None]
    is_group: NotRequired[bool]
    state: NotRequired[Literal['open', 'closed']]


class ChangedAccountDimension(TypedDict):
    """ChangedAccountDimension"""

    id: int
    account: NotRequired[str]
    dimension: NotRequired[Literal['party', 'department', 'shop', 'project', 'item', 'employee', 'cash_item']]


class ChangedAddress(TypedDict):
    """ChangedAddress"""

    id: int
    party: NotRequired[str]
    contact: NotRequired[str]
    phone: NotRequired[str]
    province: NotRequired[str]
    city: NotRequired[str]
    district: NotRequired[str]
    street: NotRequired[str]
    postcode: NotRequired[str]


class ChangedAnnouncement(TypedDict):
    """ChangedAnnouncement"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    text_en: NotRequired[str]
    text_zh: NotRequired[str]
    first_on: NotRequired[str]
    last_on: NotRequired[str | None]
    is_urgent: NotRequired[bool]
    for_partners: NotRequired[bool]


class ChangedBankRule(TypedDict):
    """ChangedBankRule"""

    id: int
    pattern: NotRequired[str]
    direction: NotRequired[Literal['in', 'out']]
    use: NotRequired[Literal['receipt', 'customer', 'fee', 'interest', 'transfer', 'refund', 'prepaid']]
    party: NotRequired[str | None]
    state: NotRequired[Literal['active', 'off']]


class ChangedBrand(TypedDict):
    """ChangedBrand"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    state: NotRequired[Literal['active', 'blocked']]


class ChangedBudgetThreshold(TypedDict):
    """ChangedBudgetThreshold"""

    id: int
    budget: NotRequired[str | None]
    used_pct: NotRequired[int]
    action: NotRequired[Literal['tell', 'stop', 'lower']]
    rate_pct: NotRequired[str | None]


class ChangedCashItemRule(TypedDict):
    """ChangedCashItemRule"""

    id: int
    event_kind: NotRequired[str]
    component: NotRequired[str]
    account: NotRequired[str | None]
    item_in_id: NotRequired[int]
    item_out_id: NotRequired[int]


class ChangedCategory(TypedDict):
    """ChangedCategory"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    parent: NotRequired[str | None]


class ChangedChannel(TypedDict):
    """ChangedChannel"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]


class ChangedCreditGroup(TypedDict):
    """ChangedCreditGroup"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    owner_id: NotRequired[int | None]
    stops_overdrawn: NotRequired[bool]
    overdue_days: NotRequired[int | None]
    state: NotRequired[Literal['active', 'closed']]


class ChangedCreditThreshold(TypedDict):
    """ChangedCreditThreshold"""

    id: int
    kind: NotRequired[Literal['usage_pct', 'days_before_due']]
    value: NotRequired[int]


class ChangedDictionaryEntry(TypedDict):
    """ChangedDictionaryEntry"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    dictionary: NotRequired[str]
    code: NotRequired[str]
    ordinal: NotRequired[int]
    is_active: NotRequired[bool]


class ChangedDimensionValue(TypedDict):
    """ChangedDimensionValue"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    dimension: NotRequired[Literal['project', 'employee', 'cash_item']]
    code: NotRequired[str]
    state: NotRequired[Literal['open', 'closed']]


class ChangedDunningLevel(TypedDict):
    """ChangedDunningLevel"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    level: NotRequired[int]
    days: NotRequired[int]
    text_en: NotRequired[str]
    text_zh: NotRequired[str]
    pay_within_days: NotRequired[int]


class ChangedEscalation(TypedDict):
    """ChangedEscalation"""

    id: int
    kind: NotRequired[str]
    after_days: NotRequired[int]


class ChangedExchangeRate(TypedDict):
    """ChangedExchangeRate"""

    id: int
    kind: NotRequired[Literal['daily', 'closing', 'average', 'historical']]
    currency: NotRequired[str]
    valid_on: NotRequired[str]
    rate: NotRequired[str]


class ChangedExpenseKind(TypedDict):
    """ChangedExpenseKind"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    component: NotRequired[str]
    is_deductible: NotRequired[bool]
    needs_invoice: NotRequired[bool]
    measure: NotRequired[Literal['claim', 'day', 'night']]
    state: NotRequired[Literal['open', 'closed']]


class ChangedExpenseLimit(TypedDict):
    """ChangedExpenseLimit"""

    id: int
    expense_kind: NotRequired[str]
    grade: NotRequired[str]
    unit: NotRequired[str | None]
    city_class: NotRequired[Literal['first', 'second', 'other', '']]
    amount: NotRequired[str]
    effect: NotRequired[Literal['warn', 'refuse']]


class ChangedFeeKind(TypedDict):
    """ChangedFeeKind"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    component: NotRequired[str]


class ChangedFeePolicy(TypedDict):
    """ChangedFeePolicy"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    kind: NotRequired[Literal['sales_expense', 'incentive']]
    party: NotRequired[str | None]
    party_group: NotRequired[str | None]
    unit: NotRequired[str | None]
    item_category: NotRequired[str | None]
    rate_pct: NotRequired[str]
    beneficiary: NotRequired[str | None]
    valid_from: NotRequired[str]
    valid_to: NotRequired[str | None]


class ChangedInvoiceRule(TypedDict):
    """ChangedInvoiceRule"""

    id: int
    party: NotRequired[str | None]
    party_group: NotRequired[str | None]
    unit: NotRequired[str | None]
    mode: NotRequired[Literal['on_demand', 'per_delivery', 'per_order', 'monthly']]
    valid_from: NotRequired[str]


class ChangedItem(TypedDict):
    """ChangedItem"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    kind: NotRequired[Literal['product', 'component', 'material']]
    category: NotRequired[str]
    brand: NotRequired[str | None]
    unit: NotRequired[str]
    tax_class: NotRequired[str]
    revenue_policy: NotRequired[Literal['at_shipment', 'at_receipt', 'at_installation']]
    serial_tracked: NotRequired[bool]
    barcode: NotRequired[str]
    state: NotRequired[Literal['active', 'blocked']]
    custom: NotRequired[dict[str, str | None] | None]


class ChangedItemAccount(TypedDict):
    """ChangedItemAccount"""

    id: int
    account: NotRequired[str]
    side: NotRequired[Literal['receivable', 'payable']]
    days: NotRequired[int]


class ChangedItemRule(TypedDict):
    """ChangedItemRule"""

    id: int
    party: NotRequired[str | None]
    ordinal: NotRequired[int]
    method: NotRequired[Literal['reference', 'exact', 'oldest']]
    is_automatic: NotRequired[bool]


class ChangedItemShop(TypedDict):
    """ChangedItemShop"""

    id: int
    unit: NotRequired[str]


class ChangedItemUnit(TypedDict):
    """ChangedItemUnit"""

    id: int
    item: NotRequired[str]
    unit: NotRequired[str]
    factor: NotRequired[str]


class ChangedLine(TypedDict):
    """A line that shall be different; without ``line`` one is added, a quantity of 0 takes it out."""

    line: NotRequired[int | None]
    item: NotRequired[str | None]
    quantity: NotRequired[str | None]
    unit_price: NotRequired[str | None]


class ChangedListing(TypedDict):
    """ChangedListing"""

    id: int
    shop: NotRequired[str]
    sku: NotRequired[str]
    item: NotRequired[str]
    gift_allowed: NotRequired[bool]
    state: NotRequired[Literal['active', 'blocked']]


class ChangedLocation(TypedDict):
    """ChangedLocation"""

    id: int
    warehouse: NotRequired[str]
    code: NotRequired[str]
    kind: NotRequired[Literal['picking', 'quality']]
    pick_order: NotRequired[int]


class ChangedOrder(TypedDict):
    """What an order shall be; a field that is not named stays as it is."""

    buyer: NotRequired[str]
    phone: NotRequired[str]
    province: NotRequired[str]
    city: NotRequired[str]
    district: NotRequired[str]
    address: NotRequired[str]
    remark: NotRequired[str]
    wanted_on: NotRequired[str | None]
    lines: NotRequired[list[ChangedLine]]


class ChangedParameter(TypedDict):
    """ChangedParameter"""

    id: int
    code: NotRequired[str]
    value: NotRequired[str]


class ChangedParty(TypedDict):
    """ChangedParty"""

    id: int
    code: NotRequired[str]
    name: NotRequired[str]
    kind: NotRequired[Literal['company', 'person']]
    country: NotRequired[str]
    uscc: NotRequired[str]
    postcode: NotRequired[str]
    email: NotRequired[str]
    phone: NotRequired[str]
    group: NotRequired[str | None]
    state: NotRequired[Literal['active', 'blocked']]
    custom: NotRequired[dict[str, str | None] | None]


class ChangedPartyAccount(TypedDict):
    """ChangedPartyAccount"""

    id: int
    party: NotRequired[str]
    credit: NotRequired[Literal['open', 'stopped']]


class ChangedPartyGroup(TypedDict):
    """ChangedPartyGroup"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]


class ChangedPartyRole(TypedDict):
    """ChangedPartyRole"""

    id: int
    party: NotRequired[str]
    role: NotRequired[Literal['customer', 'supplier', 'forwarder', 'employee']]


class ChangedPaymentReason(TypedDict):
    """ChangedPaymentReason"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    component: NotRequired[str]
    needs_document: NotRequired[bool]
    needs_party: NotRequired[bool]
    state: NotRequired[Literal['open', 'closed']]


class ChangedPrice(TypedDict):
    """ChangedPrice"""

    id: int
    price_list: NotRequired[str]
    item: NotRequired[str]
    price: NotRequired[str]
    floor_price: NotRequired[str]
    valid_from: NotRequired[str]
    valid_to: NotRequired[str | None]


class ChangedPriceList(TypedDict):
    """ChangedPriceList"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    currency: NotRequired[str]
    tax_included: NotRequired[bool]


class ChangedReason(TypedDict):
    """ChangedReason"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]


class ChangedRegion(TypedDict):
    """ChangedRegion"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    level: NotRequired[Literal['country', 'province', 'city', 'district']]
    parent: NotRequired[str | None]


class ChangedReturnReason(TypedDict):
    """ChangedReturnReason"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    state: NotRequired[Literal['active', 'blocked']]


class ChangedReviewCheck(TypedDict):
    """ChangedReviewCheck"""

    id: int
    channel: NotRequired[str]
    check_code: NotRequired[Literal['authorisation', 'completeness', 'price', 'credit', 'payment', 'gift', 'source', 'warehouse']]
    enabled: NotRequired[bool]
    releasable: NotRequired[bool]


class ChangedRoute(TypedDict):
    """ChangedRoute"""

    id: int
    channel: NotRequired[str | None]
    province: NotRequired[str]
    warehouse: NotRequired[str]
    rank: NotRequired[int]


class ChangedShop(TypedDict):
    """ChangedShop"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    channel: NotRequired[str]
    unit: NotRequired[str]
    customer: NotRequired[str]
    price_list: NotRequired[str]
    split: NotRequired[Literal['never', 'by_warehouse', 'wait_for_all', 'by_line']]
    owner_id: NotRequired[int | None]
    merge_minutes: NotRequired[int]
    install_within_days: NotRequired[int]
    state: NotRequired[Literal['active', 'blocked']]
    custom: NotRequired[dict[str, str | None] | None]


class ChangedStatistic(TypedDict):
    """ChangedStatistic"""

    id: int
    code: NotRequired[str]
    unit: NotRequired[str]
    month: NotRequired[str]
    value: NotRequired[str]


class ChangedTaxClass(TypedDict):
    """ChangedTaxClass"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]


class ChangedTaxRate(TypedDict):
    """ChangedTaxRate"""

    id: int
    tax_class: NotRequired[str]
    valid_from: NotRequired[str]
    valid_to: NotRequired[str | None]
    tax_pct: NotRequired[str]


class ChangedUnit(TypedDict):
    """ChangedUnit"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    kind: NotRequired[Literal['department', 'shop']]
    code: NotRequired[str]
    parent: NotRequired[str | None]


class ChangedWarehouse(TypedDict):
    """ChangedWarehouse"""

    id: int
    name_en: NotRequired[str]
    name_zh: NotRequired[str]
    code: NotRequired[str]
    province: NotRequired[str]
    state: NotRequired[Literal['active', 'blocked']]
    custom: NotRequired[dict[str, str | None] | None]


class ChangedWebhook(TypedDict):
    """What a subscription shall be; a field that is not named stays as it is."""

    url: NotRequired[str | None]
    kinds: NotRequired[list[str] | None]
    state: NotRequired[Literal['active', 'paused', 'off'] | None]


class Changes(TypedDict):
    """Changes"""

    company: str
    rows: list[ChangeRow]


class Channel(TypedDict):
    """A way of selling that shares its review checks and its sourcing: a platform, a wholesale site."""

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str


class ChannelAsked(TypedDict):
    """ChannelAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ChannelPage(TypedDict):
    """A page of channels, oldest first."""

    rows: list[Channel]
    next: int | None


class ClearStatementsCall(TypedDict):
    """ClearStatementsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    because: str


class CloseBudgetsCall(TypedDict):
    """CloseBudgetsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CloseMonthsCall(TypedDict):
    """CloseMonthsCall"""

    company: NotRequired[str | None]
    months: list[str]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    step: NotRequired[str]
    early: NotRequired[bool]


class ClosePeriodsCall(TypedDict):
    """ClosePeriodsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CloseYearsCall(TypedDict):
    """CloseYearsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateAccountCall(TypedDict):
    """CreateAccountCall"""

    company: NotRequired[str | None]
    rows: list[NewAccount]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateAccountDimensionCall(TypedDict):
    """CreateAccountDimensionCall"""

    company: NotRequired[str | None]
    rows: list[NewAccountDimension]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateAddressCall(TypedDict):
    """CreateAddressCall"""

    company: NotRequired[str | None]
    rows: list[NewAddress]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateAnnouncementCall(TypedDict):
    """CreateAnnouncementCall"""

    company: NotRequired[str | None]
    rows: list[NewAnnouncement]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateBankRuleCall(TypedDict):
    """CreateBankRuleCall"""

    company: NotRequired[str | None]
    rows: list[NewBankRule]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateBrandCall(TypedDict):
    """CreateBrandCall"""

    company: NotRequired[str | None]
    rows: list[NewBrand]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateBudgetThresholdCall(TypedDict):
    """CreateBudgetThresholdCall"""

    company: NotRequired[str | None]
    rows: list[NewBudgetThreshold]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateCashItemRuleCall(TypedDict):
    """CreateCashItemRuleCall"""

    company: NotRequired[str | None]
    rows: list[NewCashItemRule]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateCategoryCall(TypedDict):
    """CreateCategoryCall"""

    company: NotRequired[str | None]
    rows: list[NewCategory]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateChannelCall(TypedDict):
    """CreateChannelCall"""

    company: NotRequired[str | None]
    rows: list[NewChannel]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateCreditGroupCall(TypedDict):
    """CreateCreditGroupCall"""

    company: NotRequired[str | None]
    rows: list[NewCreditGroup]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateCreditThresholdCall(TypedDict):
    """CreateCreditThresholdCall"""

    company: NotRequired[str | None]
    rows: list[NewCreditThreshold]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateDictionaryEntryCall(TypedDict):
    """CreateDictionaryEntryCall"""

    company: NotRequired[str | None]
    rows: list[NewDictionaryEntry]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateDimensionValueCall(TypedDict):
    """CreateDimensionValueCall"""

    company: NotRequired[str | None]
    rows: list[NewDimensionValue]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateDunningLevelCall(TypedDict):
    """CreateDunningLevelCall"""

    company: NotRequired[str | None]
    rows: list[NewDunningLevel]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateEscalationCall(TypedDict):
    """CreateEscalationCall"""

    company: NotRequired[str | None]
    rows: list[NewEscalation]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateExchangeRateCall(TypedDict):
    """CreateExchangeRateCall"""

    company: NotRequired[str | None]
    rows: list[NewExchangeRate]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateExpenseKindCall(TypedDict):
    """CreateExpenseKindCall"""

    company: NotRequired[str | None]
    rows: list[NewExpenseKind]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateExpenseLimitCall(TypedDict):
    """CreateExpenseLimitCall"""

    company: NotRequired[str | None]
    rows: list[NewExpenseLimit]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateFeeKindCall(TypedDict):
    """CreateFeeKindCall"""

    company: NotRequired[str | None]
    rows: list[NewFeeKind]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateFeePolicyCall(TypedDict):
    """CreateFeePolicyCall"""

    company: NotRequired[str | None]
    rows: list[NewFeePolicy]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateInvoiceRuleCall(TypedDict):
    """CreateInvoiceRuleCall"""

    company: NotRequired[str | None]
    rows: list[NewInvoiceRule]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateItemAccountCall(TypedDict):
    """CreateItemAccountCall"""

    company: NotRequired[str | None]
    rows: list[NewItemAccount]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateItemCall(TypedDict):
    """CreateItemCall"""

    company: NotRequired[str | None]
    rows: list[NewItem]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateItemRuleCall(TypedDict):
    """CreateItemRuleCall"""

    company: NotRequired[str | None]
    rows: list[NewItemRule]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateItemShopCall(TypedDict):
    """CreateItemShopCall"""

    company: NotRequired[str | None]
    rows: list[NewItemShop]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateItemUnitCall(TypedDict):
    """CreateItemUnitCall"""

    company: NotRequired[str | None]
    rows: list[NewItemUnit]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateListingCall(TypedDict):
    """CreateListingCall"""

    company: NotRequired[str | None]
    rows: list[NewListing]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateLocationCall(TypedDict):
    """CreateLocationCall"""

    company: NotRequired[str | None]
    rows: list[NewLocation]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateOrdersCall(TypedDict):
    """CreateOrdersCall"""

    company: NotRequired[str | None]
    rows: list[NewOrder]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateParameterCall(TypedDict):
    """CreateParameterCall"""

    company: NotRequired[str | None]
    rows: list[NewParameter]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreatePartyAccountCall(TypedDict):
    """CreatePartyAccountCall"""

    company: NotRequired[str | None]
    rows: list[NewPartyAccount]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreatePartyCall(TypedDict):
    """CreatePartyCall"""

    company: NotRequired[str | None]
    rows: list[NewParty]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreatePartyGroupCall(TypedDict):
    """CreatePartyGroupCall"""

    company: NotRequired[str | None]
    rows: list[NewPartyGroup]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreatePartyRoleCall(TypedDict):
    """CreatePartyRoleCall"""

    company: NotRequired[str | None]
    rows: list[NewPartyRole]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreatePaymentReasonCall(TypedDict):
    """CreatePaymentReasonCall"""

    company: NotRequired[str | None]
    rows: list[NewPaymentReason]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreatePriceCall(TypedDict):
    """CreatePriceCall"""

    company: NotRequired[str | None]
    rows: list[NewPrice]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreatePriceListCall(TypedDict):
    """CreatePriceListCall"""

    company: NotRequired[str | None]
    rows: list[NewPriceList]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateReasonCall(TypedDict):
    """CreateReasonCall"""

    company: NotRequired[str | None]
    rows: list[NewReason]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateRegionCall(TypedDict):
    """CreateRegionCall"""

    company: NotRequired[str | None]
    rows: list[NewRegion]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateReturnReasonCall(TypedDict):
    """CreateReturnReasonCall"""

    company: NotRequired[str | None]
    rows: list[NewReturnReason]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateReviewCheckCall(TypedDict):
    """CreateReviewCheckCall"""

    company: NotRequired[str | None]
    rows: list[NewReviewCheck]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateRouteCall(TypedDict):
    """CreateRouteCall"""

    company: NotRequired[str | None]
    rows: list[NewRoute]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateShopCall(TypedDict):
    """CreateShopCall"""

    company: NotRequired[str | None]
    rows: list[NewShop]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateStatisticCall(TypedDict):
    """CreateStatisticCall"""

    company: NotRequired[str | None]
    rows: list[NewStatistic]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateTaxClassCall(TypedDict):
    """CreateTaxClassCall"""

    company: NotRequired[str | None]
    rows: list[NewTaxClass]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateTaxRateCall(TypedDict):
    """CreateTaxRateCall"""

    company: NotRequired[str | None]
    rows: list[NewTaxRate]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateUnitCall(TypedDict):
    """CreateUnitCall"""

    company: NotRequired[str | None]
    rows: list[NewUnit]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreateWarehouseCall(TypedDict):
    """CreateWarehouseCall"""

    company: NotRequired[str | None]
    rows: list[NewWarehouse]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class CreditGroup(TypedDict):
    """Customers that share one credit limit in all companies; ``company`` keeps it: sets, releases and is
    told.
    """

    company: str
    name_en: str
    name_zh: str
    id: int
    code: str
    currency: str
    owner_id: int | None
    stops_overdrawn: bool
    overdue_days: int | None
    state: Literal['active', 'closed']


class CreditGroupAsked(TypedDict):
    """CreditGroupAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['active', 'closed'] | None]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class CreditGroupPage(TypedDict):
    """A page of credit-groups, oldest first."""

    rows: list[CreditGroup]
    next: int | None


class CreditThreshold(TypedDict):
    """When a group's owner is reminded: at a percentage of the limit, or days before an invoice is due."""

    id: int
    company: str
    kind: Literal['usage_pct', 'days_before_due']
    value: int


class CreditThresholdAsked(TypedDict):
    """CreditThresholdAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[Literal['usage_pct', 'days_before_due'] | None]
    changed_since: NotRequired[str | None]


class CreditThresholdPage(TypedDict):
    """A page of credit-reminders, oldest first."""

    rows: list[CreditThreshold]
    next: int | None


class DeductInvoicesCall(TypedDict):
    """DeductInvoicesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    month: str


class DelegateApprovalsCall(TypedDict):
    """DelegateApprovalsCall"""

    company: NotRequired[str | None]
    rows: list[NewDelegation]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class Delivery(TypedDict):
    """Goods one warehouse sends together."""

    id: int
    company: str
    number: str
    warehouse: str
    shop: str
    customer: str | None
    state: Literal['released', 'shipped', 'recognised', 'cancelled']
    release_on: str
    shipped_on: str | None
    recognised_on: str | None
    version: int
    custom: NotRequired[dict[str, str] | None]
    lines: NotRequired[list[DeliveryLine] | None]
    lines_next: NotRequired[int | None]


class DeliveryAsked(TypedDict):
    """DeliveryAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['released', 'shipped', 'recognised', 'cancelled'] | None]
    number: NotRequired[str | None]
    warehouse: NotRequired[str | None]
    shop: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class DeliveryLine(TypedDict):
    """A line of a document: Pieces of an order line from one bin; ``amount`` is this part of the order
    line's, allocated to the cent.
    """

    id: int
    order_id: int
    order_line_id: int
    reservation_id: int
    item: str
    location_id: int
    quantity: str
    amount: str
    tax_amount: str
    subsidy_amount: str | None
    recognised_on: str | None


class DeliveryLineAsked(TypedDict):
    """DeliveryLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class DeliveryLinePage(TypedDict):
    """A page of Lines of one of deliveries."""

    rows: list[DeliveryLine]
    next: int | None


class DeliveryPage(TypedDict):
    """A page of deliveries, oldest first."""

    rows: list[Delivery]
    next: int | None


class DictionaryEntry(TypedDict):
    """A code of a list that is data: the dictionary it belongs to, its place there, and whether it may be
    chosen.
    """

    id: int
    name_en: str
    name_zh: str
    dictionary: str
    code: str
    ordinal: int
    is_active: bool


class DictionaryEntryAsked(TypedDict):
    """DictionaryEntryAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    dictionary: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class DictionaryEntryPage(TypedDict):
    """A page of dictionaries, oldest first."""

    rows: list[DictionaryEntry]
    next: int | None


class Difference(TypedDict):
    """A line that does not agree, until someone has settled it; its shop's owner answers for it."""

    id: int
    company: str
    statement_id: int
    line_id: int
    shop: str
    order_id: int | None
    result: Literal['matched', 'short_paid', 'over_paid', 'unknown_order', 'already_settled', 'customer_order', 'refund_matched', 'refund_differs']
    amount: str
    state: Literal['open', 'handed_back', 'accepted', 'matched']
    note: str
    raised_at: str


class DifferenceAsked(TypedDict):
    """DifferenceAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['open', 'handed_back', 'accepted', 'matched'] | None]
    shop: NotRequired[str | None]
    order: NotRequired[int | None]
    statement: NotRequired[int | None]
    result: NotRequired[Literal['matched', 'short_paid', 'over_paid', 'unknown_order', 'already_settled', 'customer_order', 'refund_matched', 'refund_differs'] | None]


class DifferencePage(TypedDict):
    """A page of differences, oldest first."""

    rows: list[Difference]
    next: int | None


class DimensionValue(TypedDict):
    """A project, an employee or a cash flow item of a company; parties, units and items are masters of
    their own.
    """

    id: int
    company: str
    name_en: str
    name_zh: str
    dimension: Literal['project', 'employee', 'cash_item']
    code: str
    state: Literal['open', 'closed']


class DimensionValueAsked(TypedDict):
    """DimensionValueAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['open', 'closed'] | None]
    code: NotRequired[str | None]
    dimension: NotRequired[Literal['project', 'employee', 'cash_item'] | None]
    changed_since: NotRequired[str | None]


class DimensionValuePage(TypedDict):
    """A page of dimension-values, oldest first."""

    rows: list[DimensionValue]
    next: int | None


class DismissChangesCall(TypedDict):
    """DismissChangesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    note: str


class DrawStatementsCall(TypedDict):
    """DrawStatementsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    month: str


class DunningItem(TypedDict):
    """A line of a document: An overdue document in a letter; of each level a document stands in one letter
    only.
    """

    id: int
    document_id: int
    level: int
    due_on: str
    amount: str


class DunningItemAsked(TypedDict):
    """DunningItemAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class DunningItemPage(TypedDict):
    """A page of Lines of one of dunning-letters."""

    rows: list[DunningItem]
    next: int | None


class DunningLetter(TypedDict):
    """A reminder of what a customer owes a company: what was overdue when it was written, at the highest
    level.
    """

    company: str
    id: int
    number: str
    party: str
    level: int
    amount: str
    written_on: str
    state: Literal['draft', 'sent']
    sent_on: str | None
    lines: NotRequired[list[DunningItem] | None]
    lines_next: NotRequired[int | None]


class DunningLetterAsked(TypedDict):
    """DunningLetterAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['draft', 'sent'] | None]
    number: NotRequired[str | None]
    party: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    lines: NotRequired[bool]


class DunningLetterPage(TypedDict):
    """A page of dunning-letters, oldest first."""

    rows: list[DunningLetter]
    next: int | None


class DunningLevel(TypedDict):
    """One step of reminding: from how many days overdue on, and what the letter says."""

    id: int
    company: str
    name_en: str
    name_zh: str
    level: int
    days: int
    text_en: str
    text_zh: str
    pay_within_days: int


class DunningLevelAsked(TypedDict):
    """DunningLevelAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    changed_since: NotRequired[str | None]


class DunningLevelPage(TypedDict):
    """A page of dunning-levels, oldest first."""

    rows: list[DunningLevel]
    next: int | None


class EndDelegationsCall(TypedDict):
    """EndDelegationsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class EndRulesCall(TypedDict):
    """EndRulesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class Escalation(TypedDict):
    """After how many days a kind of exception that stands is told to whoever hears escalations; no row
    means three.
    """

    id: int
    company: str
    kind: str
    after_days: int


class EscalationAsked(TypedDict):
    """EscalationAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class EscalationPage(TypedDict):
    """A page of escalations, oldest first."""

    rows: list[Escalation]
    next: int | None


class ExchangeRate(TypedDict):
    """What one unit of a currency is worth in the books' currency, from a day on until the next rate of
    its kind.
    """

    id: int
    company: str
    kind: Literal['daily', 'closing', 'average', 'historical']
    currency: str
    valid_on: str
    rate: str


class ExchangeRateAsked(TypedDict):
    """ExchangeRateAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[Literal['daily', 'closing', 'average', 'historical'] | None]
    currency: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ExchangeRatePage(TypedDict):
    """A page of exchange-rates, oldest first."""

    rows: list[ExchangeRate]
    next: int | None


class ExchangeReturnsCall(TypedDict):
    """ExchangeReturnsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    items: NotRequired[dict[str, str] | None]


class ExpenseClaim(TypedDict):
    """What an employee has spent for the company and asks back; one that ``reverses`` another takes it
    back.
    """

    company: str
    id: int
    number: str
    state: Literal['draft', 'submitted', 'approved', 'posted', 'paid', 'refused', 'withdrawn', 'reversed']
    employee_id: int
    claimant_id: int
    party: str
    unit: str
    project_id: int | None
    purpose: str
    from_on: str | None
    to_on: str | None
    claimed_on: str
    posted_on: str | None
    currency: str
    rate: str
    amount: str
    advance_amount: str
    paid_amount: str
    is_over: bool
    note: str
    version: int
    author_id: int | None
    approver_id: int | None
    reverses_id: int | None
    lines: NotRequired[list[ExpenseLine] | None]
    lines_next: NotRequired[int | None]


class ExpenseClaimAsked(TypedDict):
    """ExpenseClaimAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['draft', 'submitted', 'approved', 'posted', 'paid', 'refused', 'withdrawn', 'reversed'] | None]
    number: NotRequired[str | None]
    employee: NotRequired[int | None]
    unit: NotRequired[str | None]
    project: NotRequired[int | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class ExpenseClaimPage(TypedDict):
    """A page of expense-claims, oldest first."""

    rows: list[ExpenseClaim]
    next: int | None


class ExpenseKind(TypedDict):
    """What money was spent on: the component its posting rule is found by, and whether its VAT is
    deducted.
    """

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    component: str
    is_deductible: bool
    needs_invoice: bool
    measure: Literal['claim', 'day', 'night']
    state: Literal['open', 'closed']


class ExpenseKindAsked(TypedDict):
    """ExpenseKindAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['open', 'closed'] | None]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ExpenseKindPage(TypedDict):
    """A page of expense-kinds, oldest first."""

    rows: list[ExpenseKind]
    next: int | None


class ExpenseLimit(TypedDict):
    """How much may be spent on a kind, a day, night or claim; the one that names more goes before."""

    id: int
    company: str
    expense_kind: str
    grade: str
    unit: str | None
    city_class: Literal['first', 'second', 'other', '']
    amount: str
    effect: Literal['warn', 'refuse']


class ExpenseLimitAsked(TypedDict):
    """ExpenseLimitAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    expense_kind: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ExpenseLimitPage(TypedDict):
    """A page of expense-limits, oldest first."""

    rows: list[ExpenseLimit]
    next: int | None


class ExpenseLine(TypedDict):
    """A line of a document: What was spent: a kind, a day, an amount with its VAT, the invoice and its
    photo; books' amounts beside them. While ``is_live`` its invoice number stands in no other line of
    any company of the group.
    """

    id: int
    ordinal: int
    expense_kind: str
    spent_on: str
    quantity: str
    city_class: str
    amount: str
    tax_amount: str
    book_amount: str
    book_tax: str
    over_amount: str
    text: str
    reason: str
    invoice_number: str
    seller_name: str
    file_id: int | None
    xml_id: int | None
    is_live: bool


class ExpenseLineAsked(TypedDict):
    """ExpenseLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class ExpenseLinePage(TypedDict):
    """A page of Lines of one of expense-claims."""

    rows: list[ExpenseLine]
    next: int | None


class Fee(TypedDict):
    """What one policy owes of one document of revenue: net revenue, set aside, settled; the sums of its
    entries. What came back can take ``accrued_amount`` below what is settled; the next settlement takes
    the rest back.
    """

    id: int
    company: str
    policy: str
    kind: Literal['sales_expense', 'incentive']
    document_id: int
    party: str | None
    unit: str | None
    beneficiary: str | None
    accrued_on: str
    base_amount: str
    accrued_amount: str
    settled_amount: str


class FeeAsked(TypedDict):
    """FeeAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[Literal['sales_expense', 'incentive'] | None]
    policy: NotRequired[str | None]
    party: NotRequired[str | None]
    beneficiary: NotRequired[str | None]
    document_id: NotRequired[int | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]


class FeeEntry(TypedDict):
    """What a voucher of revenue sets aside of a fee, or what a bill of its beneficiary settles; negative
    takes back.
    """

    id: int
    company: str
    fee_id: int
    kind: Literal['accrue', 'settle']
    entered_on: str
    base_amount: str
    amount: str
    voucher_id: int | None
    document_id: int | None


class FeeEntryAsked(TypedDict):
    """FeeEntryAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[Literal['accrue', 'settle'] | None]
    fee: NotRequired[int | None]
    voucher: NotRequired[int | None]
    document_id: NotRequired[int | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]


class FeeEntryPage(TypedDict):
    """A page of fee-entries, oldest first."""

    rows: list[FeeEntry]
    next: int | None


class FeeKind(TypedDict):
    """A kind of fee that platforms keep back; ``component`` is what posting rules know it by."""

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    component: str


class FeeKindAsked(TypedDict):
    """FeeKindAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class FeeKindPage(TypedDict):
    """A page of fee-kinds, oldest first."""

    rows: list[FeeKind]
    next: int | None


class FeePage(TypedDict):
    """A page of fees, oldest first."""

    rows: list[Fee]
    next: int | None


class FeePolicy(TypedDict):
    """What share of a deal's net revenue is owed as a fee, and to whom; the more specific policy of a kind
    wins. Precedence: customer, group of customers, shop or department, item category (the nearer in the
    tree), then the latest ``valid_from``; an empty column fits all. Without a beneficiary the fee is
    owed to the customer itself. What was set aside keeps its rate: a change counts for what is
    recognised after it.
    """

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    kind: Literal['sales_expense', 'incentive']
    party: str | None
    party_group: str | None
    unit: str | None
    item_category: str | None
    rate_pct: str
    beneficiary: str | None
    valid_from: str
    valid_to: str | None


class FeePolicyAsked(TypedDict):
    """FeePolicyAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[Literal['sales_expense', 'incentive'] | None]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class FeePolicyPage(TypedDict):
    """A page of fee-policies, oldest first."""

    rows: list[FeePolicy]
    next: int | None


class Feed(TypedDict):
    """One file of orders: how many came, how many were taken in, and the file of those that were not."""

    company: str
    id: int
    file_id: int
    state: Literal['staged', 'done']
    rows: int
    orders: int
    counts: Any
    rejected_file_id: int | None


class FeedAsked(TypedDict):
    """FeedAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['staged', 'done'] | None]


class FeedPage(TypedDict):
    """A page of feeds, oldest first."""

    rows: list[Feed]
    next: int | None


class FieldProblem(TypedDict):
    """What is wrong with one field: ``field`` is its place in the call, as in ``body.rows.3.quantity``."""

    field: str
    code: str
    message: str


class HandBackDifferencesCall(TypedDict):
    """HandBackDifferencesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    note: str


class InputInvoice(TypedDict):
    """An invoice of a supplier; ``bill_kind`` and ``bill_id`` name the bill it belongs to, where there is
    one.
    """

    company: str
    id: int
    number: str
    state: Literal['received', 'verifying', 'verified', 'deducting', 'deducted', 'refused']
    seller_name: str
    seller_code: str
    party: str | None
    issued_on: str
    received_on: str
    verified_on: str | None
    month: str | None
    net_amount: str
    tax_amount: str
    amount: str
    is_special: bool
    file_id: int
    bill_kind: str
    bill_id: int | None
    reason: str
    version: int


class InputInvoiceAsked(TypedDict):
    """InputInvoiceAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['received', 'verifying', 'verified', 'deducting', 'deducted', 'refused'] | None]
    number: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class InputInvoicePage(TypedDict):
    """A page of input-invoices, oldest first."""

    rows: list[InputInvoice]
    next: int | None


class InspectReturnsCall(TypedDict):
    """InspectReturnsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    scrap: NotRequired[dict[str, str] | None]
    scrap_serials: NotRequired[dict[str, list[str]] | None]
    location: NotRequired[int | None]


class InvoiceRule(TypedDict):
    """When a customer's revenue is invoiced; the more specific wins: party, party group, shop, then the
    latest.
    """

    id: int
    company: str
    party: str | None
    party_group: str | None
    unit: str | None
    mode: Literal['on_demand', 'per_delivery', 'per_order', 'monthly']
    valid_from: str


class InvoiceRuleAsked(TypedDict):
    """InvoiceRuleAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    party: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class InvoiceRulePage(TypedDict):
    """A page of invoice-rules, oldest first."""

    rows: list[InvoiceRule]
    next: int | None


class Item(TypedDict):
    """A thing we buy, make or sell, shared by all companies of the group."""

    id: int
    name_en: str
    name_zh: str
    code: str
    kind: Literal['product', 'component', 'material']
    category: str
    brand: str | None
    unit: str
    tax_class: str
    revenue_policy: Literal['at_shipment', 'at_receipt', 'at_installation']
    serial_tracked: bool
    barcode: str
    state: Literal['active', 'blocked']
    custom: NotRequired[dict[str, str] | None]


class ItemAccount(TypedDict):
    """An account whose movements are kept as open items; what shops of platforms move on it stays one sum
    a shop.
    """

    id: int
    company: str
    account: str
    side: Literal['receivable', 'payable']
    days: int


class ItemAccountAsked(TypedDict):
    """ItemAccountAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    changed_since: NotRequired[str | None]


class ItemAccountPage(TypedDict):
    """A page of item-accounts, oldest first."""

    rows: list[ItemAccount]
    next: int | None


class ItemApplication(TypedDict):
    """What closes items: a debit and a credit item against each other, or one item against an account.
    Amounts are in each item's currency, books beside them. A row that ``reverses`` another repeats it
    with negative amounts; nothing is ever deleted.
    """

    id: int
    company: str
    kind: Literal['settle', 'write_off', 'reversal']
    debit_item_id: int | None
    credit_item_id: int | None
    debit_amount: str
    credit_amount: str
    debit_book: str
    credit_book: str
    account: str | None
    applied_on: str
    document_id: int | None
    voucher_id: int | None
    reverses_id: int | None
    reason: str


class ItemApplicationAsked(TypedDict):
    """ItemApplicationAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[Literal['settle', 'write_off', 'reversal'] | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]


class ItemApplicationPage(TypedDict):
    """A page of item-applications, oldest first."""

    rows: list[ItemApplication]
    next: int | None


class ItemAsked(TypedDict):
    """ItemAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['active', 'blocked'] | None]
    kind: NotRequired[Literal['product', 'component', 'material'] | None]
    code: NotRequired[str | None]
    category: NotRequired[str | None]
    barcode: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ItemDocument(TypedDict):
    """A document by hand that makes, pays, offsets or writes off items: written by one person, posted by
    another.
    """

    company: str
    id: int
    number: str
    kind: Literal['bill', 'charge', 'receipt', 'payment', 'refund', 'offset', 'write_off']
    state: Literal['draft', 'posted', 'reversed', 'cancelled']
    party: str
    posting_on: str
    document_on: str
    due_on: str | None
    reference: str
    reason: str
    text: str
    currency: str
    rate: str
    account: str | None
    amount: str
    version: int
    author_id: int | None
    editor_id: int | None
    reviewer_id: int | None
    voucher_id: int | None
    lines: NotRequired[list[ItemDocumentLine] | None]
    lines_next: NotRequired[int | None]


class ItemDocumentAsked(TypedDict):
    """ItemDocumentAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['draft', 'posted', 'reversed', 'cancelled'] | None]
    kind: NotRequired[Literal['bill', 'charge', 'receipt', 'payment', 'refund', 'offset', 'write_off'] | None]
    number: NotRequired[str | None]
    party: NotRequired[str | None]
    reference: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class ItemDocumentLine(TypedDict):
    """A line of a document: A line: an account with its amount and tax, or an item that is paid, offset or
    written off.
    """

    id: int
    ordinal: int
    account: str | None
    unit: str | None
    item_id: int | None
    amount: str
    tax_amount: str
    item_amount: str | None
    text: str


class ItemDocumentLineAsked(TypedDict):
    """ItemDocumentLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class ItemDocumentLinePage(TypedDict):
    """A page of Lines of one of item-documents."""

    rows: list[ItemDocumentLine]
    next: int | None


class ItemDocumentPage(TypedDict):
    """A page of item-documents, oldest first."""

    rows: list[ItemDocument]
    next: int | None


class ItemPage(TypedDict):
    """A page of items, oldest first."""

    rows: list[Item]
    next: int | None


class ItemRule(TypedDict):
    """How items of a company, or of one party, are proposed to be applied; what ``is_automatic`` needs
    nobody.
    """

    id: int
    company: str
    party: str | None
    ordinal: int
    method: Literal['reference', 'exact', 'oldest']
    is_automatic: bool


class ItemRuleAsked(TypedDict):
    """ItemRuleAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    changed_since: NotRequired[str | None]


class ItemRulePage(TypedDict):
    """A page of application-rules, oldest first."""

    rows: list[ItemRule]
    next: int | None


class ItemShop(TypedDict):
    """A shop whose documents are open items one by one: its customers are parties, no platform settles for
    them.
    """

    id: int
    company: str
    unit: str


class ItemShopAsked(TypedDict):
    """ItemShopAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    changed_since: NotRequired[str | None]


class ItemShopPage(TypedDict):
    """A page of item-shops, oldest first."""

    rows: list[ItemShop]
    next: int | None


class ItemUnit(TypedDict):
    """Another unit of an item: one of it is ``factor`` base units."""

    id: int
    item: str
    unit: str
    factor: str


class ItemUnitAsked(TypedDict):
    """ItemUnitAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    item: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ItemUnitPage(TypedDict):
    """A page of item-units, oldest first."""

    rows: list[ItemUnit]
    next: int | None


class Listing(TypedDict):
    """What a shop may sell, and under which of its own codes."""

    id: int
    company: str
    shop: str
    sku: str
    item: str
    gift_allowed: bool
    state: Literal['active', 'blocked']


class ListingAsked(TypedDict):
    """ListingAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['active', 'blocked'] | None]
    shop: NotRequired[str | None]
    sku: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ListingPage(TypedDict):
    """A page of listings, oldest first."""

    rows: list[Listing]
    next: int | None


class Location(TypedDict):
    """A bin of a warehouse; goods for orders are taken from bins in ``pick_order``."""

    id: int
    company: str
    warehouse: str
    code: str
    kind: Literal['picking', 'quality']
    pick_order: int


class LocationAsked(TypedDict):
    """LocationAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[Literal['picking', 'quality'] | None]
    code: NotRequired[str | None]
    warehouse: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class LocationPage(TypedDict):
    """A page of locations, oldest first."""

    rows: list[Location]
    next: int | None


class MakePaymentRunsCall(TypedDict):
    """MakePaymentRunsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    sure: NotRequired[str]


class MakeRecurringCall(TypedDict):
    """MakeRecurringCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    month: str


class MatchBankLinesCall(TypedDict):
    """MatchBankLinesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class MatchStatementsCall(TypedDict):
    """MatchStatementsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class MergeInvoicesCall(TypedDict):
    """MergeInvoicesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    month: str
    on: str


class MessageAnswer(TypedDict):
    """The answer to one row: ``done``, ``already``, or the reason why nothing was done."""

    row: int
    code: str
    message: str
    number: NotRequired[str | None]


class MessagesAnswer(TypedDict):
    """MessagesAnswer"""

    counts: dict[str, int]
    rows: list[MessageAnswer]


class Movement(TypedDict):
    """A document that brings goods into bins or corrects what lies there."""

    company: str
    id: int
    number: str
    kind: Literal['opening', 'receipt', 'adjustment']
    state: Literal['draft', 'posted']
    movement_on: str
    reason: str | None
    party: str | None
    version: int
    lines: NotRequired[list[MovementLine] | None]
    lines_next: NotRequired[int | None]


class MovementAsked(TypedDict):
    """MovementAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['draft', 'posted'] | None]
    kind: NotRequired[Literal['opening', 'receipt', 'adjustment'] | None]
    number: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class MovementLine(TypedDict):
    """A line of a document: ``quantity`` base units into (or, negative, out of) a bin; ``amount`` is the
    value that comes in. Going out, or with ``amount`` empty, the pool's own cost is used.
    """

    id: int
    item: str
    location_id: int
    quantity: str
    amount: str | None
    serials: Any


class MovementLineAsked(TypedDict):
    """MovementLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class MovementLinePage(TypedDict):
    """A page of Lines of one of movements."""

    rows: list[MovementLine]
    next: int | None


class MovementPage(TypedDict):
    """A page of movements, oldest first."""

    rows: list[Movement]
    next: int | None


class NewAccount(TypedDict):
    """NewAccount"""

    name_en: str
    name_zh: str
    code: str
    kind: Literal['asset', 'liability', 'equity', 'cost', 'income', 'expense']
    parent: NotRequired[str | None]
    currency: NotRequired[str | None]
    is_group: NotRequired[bool]
    state: NotRequired[Literal['open', 'closed']]


class NewAccountDimension(TypedDict):
    """NewAccountDimension"""

    account: str
    dimension: Literal['party', 'department', 'shop', 'project', 'item', 'employee', 'cash_item']


class NewAddress(TypedDict):
    """NewAddress"""

    party: str
    contact: NotRequired[str]
    phone: NotRequired[str]
    province: NotRequired[str]
    city: NotRequired[str]
    district: NotRequired[str]
    street: str
    postcode: NotRequired[str]


class NewAdjustment(TypedDict):
    """What a group draws besides its documents: ``contract`` asks for credit, ``adjustment`` is a fact."""

    group: int
    party: int
    amount: str
    kind: NotRequired[str]
    share: NotRequired[str]
    due_on: NotRequired[str | None]
    document: NotRequired[int]


class NewAlert(TypedDict):
    """An alert to be; ``alert`` names the one it takes the place of, ``user`` a user name or ``role`` a
    role's name. ``query`` is the part of the list's address behind the question mark.
    """

    name: str
    list: str
    threshold: str
    query: NotRequired[str]
    measure: NotRequired[str]
    every_minutes: NotRequired[int]
    user: NotRequired[str]
    role: NotRequired[str]
    is_active: NotRequired[bool]
    alert: NotRequired[int | None]


class NewAnnouncement(TypedDict):
    """NewAnnouncement"""

    name_en: str
    name_zh: str
    text_en: NotRequired[str]
    text_zh: NotRequired[str]
    first_on: str
    last_on: NotRequired[str | None]
    is_urgent: NotRequired[bool]
    for_partners: NotRequired[bool]


class NewApplication(TypedDict):
    """A debit and a credit item against each other; without an amount as much as both have open. ``other``
    is the credit item's amount where its currency is another than the debit item's.
    """

    debit: int
    credit: int
    amount: NotRequired[str | None]
    other: NotRequired[str | None]
    reason: NotRequired[str]


class NewBankRule(TypedDict):
    """NewBankRule"""

    pattern: str
    direction: Literal['in', 'out']
    use: Literal['receipt', 'customer', 'fee', 'interest', 'transfer', 'refund', 'prepaid']
    party: NotRequired[str | None]
    state: NotRequired[Literal['active', 'off']]


class NewBrand(TypedDict):
    """NewBrand"""

    name_en: str
    name_zh: str
    code: str
    state: NotRequired[Literal['active', 'blocked']]


class NewBudget(TypedDict):
    """A budget to be, or by its code new totals of one that is there; lines that are not named stay as
    they are.
    """

    code: str
    name: str
    kind: str
    starts_on: str
    ends_on: str
    lines: list[NewBudgetLine]
    reason: str
    control: NotRequired[str]
    owner: NotRequired[str]


class NewBudgetLine(TypedDict):
    """A total and what it is for, by codes; None is an amount that could not be read. Without a month it
    is for all days of the budget. An incentive has a name, and its kind, channel and who enjoys it.
    """

    total: str | None
    account: NotRequired[str]
    unit: NotRequired[str]
    project: NotRequired[str]
    month: NotRequired[str | None]
    category: NotRequired[str]
    channel: NotRequired[str]
    beneficiary: NotRequired[str]
    name: NotRequired[str]


class NewBudgetThreshold(TypedDict):
    """NewBudgetThreshold"""

    budget: NotRequired[str | None]
    used_pct: int
    action: Literal['tell', 'stop', 'lower']
    rate_pct: NotRequired[str | None]


class NewCashItemRule(TypedDict):
    """NewCashItemRule"""

    event_kind: NotRequired[str]
    component: NotRequired[str]
    account: NotRequired[str | None]
    item_in_id: int
    item_out_id: int


class NewCategory(TypedDict):
    """NewCategory"""

    name_en: str
    name_zh: str
    code: str
    parent: NotRequired[str | None]


class NewChannel(TypedDict):
    """NewChannel"""

    name_en: str
    name_zh: str
    code: str


class NewClaim(TypedDict):
    """A claim to be written; ``claim`` and ``version`` name the draft it takes the place of, if any.
    ``employee`` is the code of the party of whoever claims: a person claims for themselves only.
    """

    purpose: str
    claimed_on: str
    lines: list[NewClaimLine]
    unit: NotRequired[str]
    project: NotRequired[str]
    from_on: NotRequired[str | None]
    to_on: NotRequired[str | None]
    currency: NotRequired[str]
    employee: NotRequired[str]
    claim: NotRequired[int | None]
    version: NotRequired[int]


class NewClaimLine(TypedDict):
    """What was spent. ``xml`` is the kept file of a fully digital invoice: number, seller, amount, VAT are
    its own.
    """

    kind: str
    spent_on: str | None
    amount: str | None
    tax: NotRequired[str | None]
    quantity: NotRequired[str | None]
    city_class: NotRequired[str]
    text: NotRequired[str]
    reason: NotRequired[str]
    invoice_number: NotRequired[str]
    seller_name: NotRequired[str]
    file: NotRequired[int | None]
    xml: NotRequired[int | None]


class NewCreditGroup(TypedDict):
    """NewCreditGroup"""

    name_en: str
    name_zh: str
    code: str
    currency: str
    owner_id: NotRequired[int | None]
    stops_overdrawn: NotRequired[bool]
    overdue_days: NotRequired[int | None]
    state: NotRequired[Literal['active', 'closed']]


class NewCreditThreshold(TypedDict):
    """NewCreditThreshold"""

    kind: Literal['usage_pct', 'days_before_due']
    value: int


class NewDelegation(TypedDict):
    """Who answers in the caller's place, from the first day until before the last one."""

    deputy: int
    valid_from: str
    valid_to: str


class NewDictionaryEntry(TypedDict):
    """NewDictionaryEntry"""

    name_en: str
    name_zh: str
    dictionary: str
    code: str
    ordinal: NotRequired[int]
    is_active: NotRequired[bool]


class NewDimensionValue(TypedDict):
    """NewDimensionValue"""

    name_en: str
    name_zh: str
    dimension: Literal['project', 'employee', 'cash_item']
    code: str
    state: NotRequired[Literal['open', 'closed']]


class NewDraft(TypedDict):
    """A voucher by hand to be written; ``draft`` and ``version`` name the one it takes the place of, if
    any. ``source`` says where it comes from, and is taken once.
    """

    posting_on: str
    text: str
    lines: list[NewDraftLine]
    draft: NotRequired[int | None]
    version: NotRequired[int]
    kind: NotRequired[str]
    source: NotRequired[str]


class NewDraftLine(TypedDict):
    """A line as it is typed or read: codes, and one side of an amount; None is what could not be read. In
    a foreign currency it names the currency, the amount in it and the rate that make its amount.
    """

    account: str
    debit: NotRequired[str | None]
    credit: NotRequired[str | None]
    text: NotRequired[str]
    unit: NotRequired[str]
    party: NotRequired[str]
    item: NotRequired[str]
    project: NotRequired[str]
    employee: NotRequired[str]
    cash_item: NotRequired[str]
    currency: NotRequired[str]
    currency_amount: NotRequired[str | None]
    rate: NotRequired[str | None]


class NewDunningLevel(TypedDict):
    """NewDunningLevel"""

    name_en: str
    name_zh: str
    level: int
    days: int
    text_en: str
    text_zh: str
    pay_within_days: NotRequired[int]


class NewEscalation(TypedDict):
    """NewEscalation"""

    kind: str
    after_days: int


class NewExchangeRate(TypedDict):
    """NewExchangeRate"""

    kind: Literal['daily', 'closing', 'average', 'historical']
    currency: str
    valid_on: str
    rate: str


class NewExpenseKind(TypedDict):
    """NewExpenseKind"""

    name_en: str
    name_zh: str
    code: str
    component: str
    is_deductible: NotRequired[bool]
    needs_invoice: NotRequired[bool]
    measure: NotRequired[Literal['claim', 'day', 'night']]
    state: NotRequired[Literal['open', 'closed']]


class NewExpenseLimit(TypedDict):
    """NewExpenseLimit"""

    expense_kind: str
    grade: NotRequired[str]
    unit: NotRequired[str | None]
    city_class: NotRequired[Literal['first', 'second', 'other', '']]
    amount: str
    effect: NotRequired[Literal['warn', 'refuse']]


class NewFeeKind(TypedDict):
    """NewFeeKind"""

    name_en: str
    name_zh: str
    code: str
    component: str


class NewFeePolicy(TypedDict):
    """NewFeePolicy"""

    name_en: str
    name_zh: str
    code: str
    kind: Literal['sales_expense', 'incentive']
    party: NotRequired[str | None]
    party_group: NotRequired[str | None]
    unit: NotRequired[str | None]
    item_category: NotRequired[str | None]
    rate_pct: str
    beneficiary: NotRequired[str | None]
    valid_from: str
    valid_to: NotRequired[str | None]


class NewInvoiceRule(TypedDict):
    """NewInvoiceRule"""

    party: NotRequired[str | None]
    party_group: NotRequired[str | None]
    unit: NotRequired[str | None]
    mode: Literal['on_demand', 'per_delivery', 'per_order', 'monthly']
    valid_from: str


class NewItem(TypedDict):
    """NewItem"""

    name_en: str
    name_zh: str
    code: str
    kind: NotRequired[Literal['product', 'component', 'material']]
    category: str
    brand: NotRequired[str | None]
    unit: str
    tax_class: str
    revenue_policy: NotRequired[Literal['at_shipment', 'at_receipt', 'at_installation']]
    serial_tracked: NotRequired[bool]
    barcode: NotRequired[str]
    state: NotRequired[Literal['active', 'blocked']]
    custom: NotRequired[dict[str, str | None] | None]


class NewItemAccount(TypedDict):
    """NewItemAccount"""

    account: str
    side: Literal['receivable', 'payable']
    days: NotRequired[int]


class NewItemDocument(TypedDict):
    """A document to be written; ``document`` and ``version`` name the draft it takes the place of, if any.
    ``amount`` is what a receipt, payment or refund moves; the others are the sum of their lines.
    """

    kind: str
    party: str
    posting_on: str
    lines: list[NewItemLine]
    amount: NotRequired[str | None]
    document_on: NotRequired[str | None]
    due_on: NotRequired[str | None]
    reference: NotRequired[str]
    reason: NotRequired[str]
    text: NotRequired[str]
    currency: NotRequired[str]
    rate: NotRequired[str]
    account: NotRequired[str]
    document: NotRequired[int | None]
    version: NotRequired[int]


class NewItemLine(TypedDict):
    """A line: an account's code with an amount and its tax, or an item with what is paid, offset or
    written off. ``item_amount`` is the item's amount where its currency is another than the document's.
    """

    amount: str | None
    account: NotRequired[str]
    item: NotRequired[int | None]
    tax: NotRequired[str | None]
    item_amount: NotRequired[str | None]
    unit: NotRequired[str]
    text: NotRequired[str]


class NewItemRule(TypedDict):
    """NewItemRule"""

    party: NotRequired[str | None]
    ordinal: NotRequired[int]
    method: Literal['reference', 'exact', 'oldest']
    is_automatic: NotRequired[bool]


class NewItemShop(TypedDict):
    """NewItemShop"""

    unit: str


class NewItemUnit(TypedDict):
    """NewItemUnit"""

    item: str
    unit: str
    factor: str


class NewLimit(TypedDict):
    """A limit to be: how much, of which share, from which day on, until when and why."""

    amount: str
    valid_from: str
    reason: str
    share: NotRequired[str]
    valid_to: NotRequired[str | None]


class NewLine(TypedDict):
    """``quantity`` base units into (negative: out of) a bin; ``amount`` is their value in the books'
    currency. An adjustment comes in at the pool's own cost when ``amount`` is None, and always goes out
    at it.
    """

    item: int
    location: int
    quantity: str
    amount: NotRequired[str | None]
    serials: NotRequired[list[str]]


class NewListing(TypedDict):
    """NewListing"""

    shop: str
    sku: str
    item: str
    gift_allowed: NotRequired[bool]
    state: NotRequired[Literal['active', 'blocked']]


class NewLocation(TypedDict):
    """NewLocation"""

    warehouse: str
    code: str
    kind: NotRequired[Literal['picking', 'quality']]
    pick_order: NotRequired[int]


class NewMovement(TypedDict):
    """A movement to write down; an adjustment needs a reason."""

    kind: str
    movement_on: str
    lines: list[NewLine]
    reason: NotRequired[int | None]
    party: NotRequired[int | None]


class NewOrder(TypedDict):
    """An order to make in a shop; ``order_no`` is the caller's own number, taken in once a shop. With a
    ``customer`` (a party's code) the receivable is theirs, and where no address is said it goes to
    their first one; without, it is the shop's settlement customer's. ``paid_amount`` says that it was
    paid before.
    """

    shop: str
    lines: list[NewOrderLine]
    customer: NotRequired[str]
    order_no: NotRequired[str]
    ordered_on: NotRequired[str | None]
    wanted_on: NotRequired[str | None]
    buyer: NotRequired[str]
    phone: NotRequired[str]
    province: NotRequired[str]
    city: NotRequired[str]
    district: NotRequired[str]
    address: NotRequired[str]
    remark: NotRequired[str]
    priority: NotRequired[int]
    paid_amount: NotRequired[str | None]


class NewOrderLine(TypedDict):
    """An item by our code, the shop's or its barcode, and how many of a unit (none is the base unit).
    ``unit_price`` is a base unit's, as the shop's price list says it (with VAT or without); without one
    the list's price of the day holds. ``discount`` is what is taken off the line.
    """

    item: str
    quantity: str
    unit: NotRequired[str]
    unit_price: NotRequired[str | None]
    discount: NotRequired[str | None]


class NewParameter(TypedDict):
    """NewParameter"""

    code: str
    value: str


class NewParty(TypedDict):
    """NewParty"""

    code: str
    name: str
    kind: NotRequired[Literal['company', 'person']]
    country: NotRequired[str]
    uscc: NotRequired[str]
    postcode: NotRequired[str]
    email: NotRequired[str]
    phone: NotRequired[str]
    group: NotRequired[str | None]
    state: NotRequired[Literal['active', 'blocked']]
    custom: NotRequired[dict[str, str | None] | None]


class NewPartyAccount(TypedDict):
    """NewPartyAccount"""

    party: str
    credit: NotRequired[Literal['open', 'stopped']]


class NewPartyGroup(TypedDict):
    """NewPartyGroup"""

    name_en: str
    name_zh: str
    code: str


class NewPartyRole(TypedDict):
    """NewPartyRole"""

    party: str
    role: Literal['customer', 'supplier', 'forwarder', 'employee']


class NewPayment(TypedDict):
    """A payment as it is asked for; ``payment`` and ``version`` name the draft it takes the place of, if
    any.
    """

    reason: str
    bank_account: str
    payee: str
    payee_account: str
    amount: str | None
    due_on: str
    payee_bank: NotRequired[str]
    payee_bank_code: NotRequired[str]
    text: NotRequired[str]
    party: NotRequired[str]
    document_kind: NotRequired[str]
    document: NotRequired[int | None]
    document_line: NotRequired[int | None]
    payment: NotRequired[int | None]
    version: NotRequired[int]
    unit: NotRequired[str]


class NewPaymentReason(TypedDict):
    """NewPaymentReason"""

    name_en: str
    name_zh: str
    code: str
    component: str
    needs_document: NotRequired[bool]
    needs_party: NotRequired[bool]
    state: NotRequired[Literal['open', 'closed']]


class NewPrice(TypedDict):
    """NewPrice"""

    price_list: str
    item: str
    price: str
    floor_price: str
    valid_from: str
    valid_to: NotRequired[str | None]


class NewPriceList(TypedDict):
    """NewPriceList"""

    name_en: str
    name_zh: str
    code: str
    currency: str
    tax_included: NotRequired[bool]


class NewReason(TypedDict):
    """NewReason"""

    name_en: str
    name_zh: str
    code: str


class NewReceipt(TypedDict):
    """Money that came in, as a bank's file says it; nothing where it could not be read."""

    number: str
    received_on: str | None
    amount: str | None
    reference: str
    payer: NotRequired[str]


class NewRegion(TypedDict):
    """NewRegion"""

    name_en: str
    name_zh: str
    code: str
    level: Literal['country', 'province', 'city', 'district']
    parent: NotRequired[str | None]


class NewReturn(TypedDict):
    """A return to announce, of an order by its key or by its number (the platform's, with the shop, or
    ours). ``platform_number`` is the platform's own number of the return: of an order it is taken in
    once.
    """

    kind: str
    reason: str
    on: str
    lines: list[NewReturnLine]
    order: NotRequired[int | None]
    shop: NotRequired[str]
    order_no: NotRequired[str]
    platform_number: NotRequired[str]


class NewReturnLine(TypedDict):
    """``quantity`` base units of a line of the order, by its number or by what the shop or we call the
    item. Serial numbers say which pieces; without them the numbers are asked for when the goods arrive.
    Of a refund without return ``amount`` may say how much money goes back, with VAT, instead of pieces
    (``quantity`` 0).
    """

    quantity: str
    line_number: NotRequired[int | None]
    sku: NotRequired[str]
    serials: NotRequired[list[str]]
    amount: NotRequired[str | None]


class NewReturnReason(TypedDict):
    """NewReturnReason"""

    name_en: str
    name_zh: str
    code: str
    state: NotRequired[Literal['active', 'blocked']]


class NewReviewCheck(TypedDict):
    """NewReviewCheck"""

    channel: str
    check_code: Literal['authorisation', 'completeness', 'price', 'credit', 'payment', 'gift', 'source', 'warehouse']
    enabled: NotRequired[bool]
    releasable: NotRequired[bool]


class NewRoute(TypedDict):
    """NewRoute"""

    channel: NotRequired[str | None]
    province: NotRequired[str]
    warehouse: str
    rank: NotRequired[int]


class NewRule(TypedDict):
    """A posting rule to be: codes, an empty one matches all. It ends the rule it ``replaces`` on its first
    day.
    """

    event_kind: str
    component: str
    debit: str
    credit: str
    valid_from: str
    party_group: NotRequired[str]
    item_category: NotRequired[str]
    tax_class: NotRequired[str]
    carry_party: NotRequired[bool]
    carry_item: NotRequired[bool]
    grouping: NotRequired[str]
    replaces: NotRequired[int | None]


class NewSecret(TypedDict):
    """An empty object: there is nothing to say of a new secret."""



class NewShop(TypedDict):
    """NewShop"""

    name_en: str
    name_zh: str
    code: str
    channel: str
    unit: str
    customer: str
    price_list: str
    split: NotRequired[Literal['never', 'by_warehouse', 'wait_for_all', 'by_line']]
    owner_id: NotRequired[int | None]
    merge_minutes: NotRequired[int]
    install_within_days: NotRequired[int]
    state: NotRequired[Literal['active', 'blocked']]
    custom: NotRequired[dict[str, str | None] | None]


class NewStatement(TypedDict):
    """A statement to be recorded: as the bank says it, from which kind of file, and the hash of that."""

    stated: Stated
    source: str
    sha256: str


class NewStatistic(TypedDict):
    """NewStatistic"""

    code: str
    unit: str
    month: str
    value: str


class NewTaxClass(TypedDict):
    """NewTaxClass"""

    name_en: str
    name_zh: str
    code: str


class NewTaxRate(TypedDict):
    """NewTaxRate"""

    tax_class: str
    valid_from: str
    valid_to: NotRequired[str | None]
    tax_pct: str


class NewTerms(TypedDict):
    """Terms to be: the group by id, its share, how the customer pays and after how many days."""

    group: int
    method: NotRequired[str]
    credit_days: NotRequired[int]
    share: NotRequired[str]


class NewUnit(TypedDict):
    """NewUnit"""

    name_en: str
    name_zh: str
    kind: Literal['department', 'shop']
    code: str
    parent: NotRequired[str | None]


class NewUse(TypedDict):
    """What a document grants of an incentive: the budget line, how much before any lower rate, and the
    document. Below zero it takes back what was granted.
    """

    line: int
    amount: str | None
    on: str
    number: str
    document_kind: NotRequired[str]
    document: NotRequired[int]


class NewWarehouse(TypedDict):
    """NewWarehouse"""

    name_en: str
    name_zh: str
    code: str
    province: NotRequired[str]
    state: NotRequired[Literal['active', 'blocked']]
    custom: NotRequired[dict[str, str | None] | None]


class NewWebhook(TypedDict):
    """A subscription to make: the address that is told, and of which kinds of events."""

    company: NotRequired[str | None]
    name: str
    url: str
    kinds: list[str]


class OpenItem(TypedDict):
    """What is still open of one document on one account; ``open_amount`` changes with its applications
    only. ``book_amount`` is what the document was worth; ``revalued_book`` is what month's ends have
    added to it since.
    """

    company: str
    id: int
    account: str
    direction: Literal['debit', 'credit']
    party: str | None
    unit: str | None
    kind: str
    document_id: int
    number: str
    reference: str
    currency: str
    amount: str
    book_amount: str
    open_amount: str
    open_book: str
    revalued_book: str
    fact_on: str
    posting_on: str
    due_on: str
    settled_on: str | None
    voucher_id: int


class OpenItemAsked(TypedDict):
    """OpenItemAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[str | None]
    number: NotRequired[str | None]
    account: NotRequired[str | None]
    party: NotRequired[str | None]
    direction: NotRequired[Literal['debit', 'credit'] | None]
    document_id: NotRequired[int | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]


class OpenItemPage(TypedDict):
    """A page of open-items, oldest first."""

    rows: list[OpenItem]
    next: int | None


class OpenPeriodsCall(TypedDict):
    """OpenPeriodsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class OpenYearsCall(TypedDict):
    """OpenYearsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class Order(TypedDict):
    """An order of a shop's buyer; the buyer lives here, not among the parties."""

    id: int
    company: str
    number: str
    shop: str
    platform_number: str
    state: Literal['received', 'held', 'reviewed', 'reserved', 'released', 'shipped', 'recognised', 'cancelled']
    resume_state: Literal['received', 'held', 'reviewed', 'reserved', 'released', 'shipped', 'recognised', 'cancelled'] | None
    ordered_at: str
    order_on: str
    province: str
    city: str
    remark: str
    priority: int
    amount: str
    tax_amount: str
    paid_amount: str | None
    paid_at: str | None
    coupon: str | None
    buyer_group: str | None
    file_id: int | None
    customer: str | None
    wanted_on: str | None
    version: int
    custom: NotRequired[dict[str, str] | None]
    lines: NotRequired[list[OrderLine] | None]
    lines_next: NotRequired[int | None]


class OrderAsked(TypedDict):
    """OrderAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['received', 'held', 'reviewed', 'reserved', 'released', 'shipped', 'recognised', 'cancelled'] | None]
    number: NotRequired[str | None]
    platform_number: NotRequired[str | None]
    shop: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class OrderLine(TypedDict):
    """A line of a document: One item of an order: ``quantity`` base units at ``unit_price`` with VAT;
    ``amount`` rounded at the line. ``discount_amount`` is what the platform took off the price,
    ``subsidy_amount`` what of it the platform bears and pays us; the amount is the price less the
    discount that we bear. A line that was taken out, or of which nothing left before the order was
    cancelled, stays with the quantity 0: what it was stands in the order's versions.
    """

    id: int
    line_number: int
    sku: str
    item: str | None
    quantity: str
    unit_price: str
    amount: str
    tax_amount: str
    is_gift: bool
    discount_amount: str | None
    subsidy_amount: str | None


class OrderLineAsked(TypedDict):
    """OrderLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class OrderLinePage(TypedDict):
    """A page of Lines of one of orders."""

    rows: list[OrderLine]
    next: int | None


class OrderPage(TypedDict):
    """A page of orders, oldest first."""

    rows: list[Order]
    next: int | None


class OrderRow(TypedDict):
    """One line of an order in the canonical form of the feeds; prices include VAT."""

    order_no: str
    line_no: int
    shop: str
    ordered_at: str
    buyer: NotRequired[str]
    phone: NotRequired[str]
    province: NotRequired[str]
    city: NotRequired[str]
    district: NotRequired[str]
    address: NotRequired[str]
    sku: str
    quantity: str
    unit_price: str
    paid_amount: NotRequired[str | None]
    paid_at: NotRequired[str | None]
    gift: NotRequired[bool]
    remark: NotRequired[str]
    priority: NotRequired[int]
    discount: NotRequired[str | None]
    subsidy: NotRequired[str | None]
    coupon: NotRequired[str | None]
    buyer_group: NotRequired[str | None]


class OutcomeAnswer(TypedDict):
    """The answer to a set, in the order given; ``replayed`` where the key had been used for the same call
    before.
    """

    replayed: bool
    counts: dict[str, int]
    verdicts: list[VerdictAnswer]


class Parameter(TypedDict):
    """A number, a text or a choice that a company decides; what has no row stands at what is declared for
    all.
    """

    id: int
    company: str
    code: str
    value: str


class ParameterAsked(TypedDict):
    """ParameterAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ParameterPage(TypedDict):
    """A page of parameters, oldest first."""

    rows: list[Parameter]
    next: int | None


class Party(TypedDict):
    """A company or person; domestic companies are one by credit code, foreign ones by the five-part key."""

    id: int
    code: str
    name: str
    kind: Literal['company', 'person']
    country: str
    uscc: str
    postcode: str
    email: str
    phone: str
    group: str | None
    state: Literal['active', 'blocked']
    custom: NotRequired[dict[str, str] | None]


class PartyAccount(TypedDict):
    """What one company has agreed with a party: whether it may still be sold to."""

    id: int
    company: str
    party: str
    credit: Literal['open', 'stopped']


class PartyAccountAsked(TypedDict):
    """PartyAccountAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    party: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class PartyAccountPage(TypedDict):
    """A page of party-accounts, oldest first."""

    rows: list[PartyAccount]
    next: int | None


class PartyAnswer(TypedDict):
    """What a party says of a statement: the balance by its own books, and why."""

    amount: str | None
    note: NotRequired[str]


class PartyAsked(TypedDict):
    """PartyAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['active', 'blocked'] | None]
    kind: NotRequired[Literal['company', 'person'] | None]
    code: NotRequired[str | None]
    group: NotRequired[str | None]
    uscc: NotRequired[str | None]
    country: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class PartyGroup(TypedDict):
    """A group of parties that rules speak of: posting rules, prices, credit."""

    id: int
    name_en: str
    name_zh: str
    code: str


class PartyGroupAsked(TypedDict):
    """PartyGroupAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class PartyGroupPage(TypedDict):
    """A page of party-groups, oldest first."""

    rows: list[PartyGroup]
    next: int | None


class PartyPage(TypedDict):
    """A page of parties, oldest first."""

    rows: list[Party]
    next: int | None


class PartyRole(TypedDict):
    """A role a party plays for the group: customer, supplier, forwarder, platform."""

    id: int
    party: str
    role: Literal['customer', 'supplier', 'forwarder', 'employee']


class PartyRoleAsked(TypedDict):
    """PartyRoleAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    changed_since: NotRequired[str | None]


class PartyRolePage(TypedDict):
    """A page of party-roles, oldest first."""

    rows: list[PartyRole]
    next: int | None


class PaymentReason(TypedDict):
    """Why money is paid out: the component its posting rule is found by, and whether a document must be
    named.
    """

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    component: str
    needs_document: bool
    needs_party: bool
    state: Literal['open', 'closed']


class PaymentReasonAsked(TypedDict):
    """PaymentReasonAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['open', 'closed'] | None]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class PaymentReasonPage(TypedDict):
    """A page of payment-reasons, oldest first."""

    rows: list[PaymentReason]
    next: int | None


class PaymentRequest(TypedDict):
    """Money asked to be paid out: written by one person, approved by another, sent in a run, paid as the
    bank says. What it is for is a document (kind, id and, if any, line) or a reason that needs none.
    The amount is in the currency of the bank account; ``book_amount`` is what that was worth when it
    was asked for.
    """

    company: str
    id: int
    number: str
    state: Literal['draft', 'submitted', 'approved', 'in_run', 'sent', 'paid', 'rejected', 'cancelled']
    reason: str
    document_kind: str
    document_id: int | None
    document_line: int | None
    document_number: str
    party: str | None
    payee: str
    payee_bank: str
    payee_bank_code: str
    bank_account: str
    amount: str
    book_amount: str
    due_on: str
    unit: str | None
    text: str
    note: str
    version: int
    author_id: int | None
    editor_id: int | None
    approver_id: int | None
    payment_run_id: int | None
    bank_status: str
    bank_reason: str
    bank_reference: str
    paid_on: str | None


class PaymentRequestAsked(TypedDict):
    """PaymentRequestAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['draft', 'submitted', 'approved', 'in_run', 'sent', 'paid', 'rejected', 'cancelled'] | None]
    number: NotRequired[str | None]
    reason: NotRequired[str | None]
    document_kind: NotRequired[str | None]
    document_id: NotRequired[int | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class PaymentRequestPage(TypedDict):
    """A page of payments, oldest first."""

    rows: list[PaymentRequest]
    next: int | None


class PaymentRun(TypedDict):
    """A file of payments from one bank account: the same file at every attempt, known to the bank by its
    number.
    """

    company: str
    id: int
    number: str
    bank_account: str
    state: Literal['made', 'sent', 'refused', 'done', 'withdrawn']
    pay_on: str
    made_at: str
    message: str
    payments: int
    amount: str
    sha256: str
    maker_id: int | None
    withdrawer_id: int | None
    withdrawn_because: str


class PaymentRunAsked(TypedDict):
    """PaymentRunAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['made', 'sent', 'refused', 'done', 'withdrawn'] | None]
    number: NotRequired[str | None]
    bank_account: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class PaymentRunPage(TypedDict):
    """A page of payment-runs, oldest first."""

    rows: list[PaymentRun]
    next: int | None


class Period(TypedDict):
    """A month of a company's module, open or closed; a month without a row is closed."""

    id: int
    company: str
    module: Literal['sales', 'purchasing', 'stock', 'production', 'finance']
    month: str
    state: Literal['open', 'closed']


class PeriodAsked(TypedDict):
    """PeriodAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['open', 'closed'] | None]
    module: NotRequired[Literal['sales', 'purchasing', 'stock', 'production', 'finance'] | None]


class PeriodPage(TypedDict):
    """A page of periods, oldest first."""

    rows: list[Period]
    next: int | None


class PostClaimsCall(TypedDict):
    """PostClaimsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class PostDraftsCall(TypedDict):
    """PostDraftsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class PostEventsCall(TypedDict):
    """PostEventsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class PostItemDocumentsCall(TypedDict):
    """PostItemDocumentsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class PostMovementsCall(TypedDict):
    """PostMovementsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class PostStatementsCall(TypedDict):
    """PostStatementsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class PostingRule(TypedDict):
    """Where the amount of an event's component goes; the more specific rule wins, then the latest.
    Precedence: party group, item category, tax class, in this order; an empty column matches all. A
    rule that has posted is never changed but ended, and another takes its place: what it posted stays
    explained.
    """

    id: int
    company: str
    event_kind: str
    component: str
    party_group: str | None
    item_category: str | None
    tax_class: str | None
    valid_from: str
    valid_to: str | None
    debit_account: str
    credit_account: str
    carry_party: bool
    carry_item: bool
    grouping: Literal['day_unit', 'document']


class PostingRuleAsked(TypedDict):
    """PostingRuleAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    event_kind: NotRequired[str | None]
    component: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class PostingRulePage(TypedDict):
    """A page of posting-rules, oldest first."""

    rows: list[PostingRule]
    next: int | None


class Price(TypedDict):
    """The price of an item a base unit, and its floor, from a day on until the day before ``valid_to``."""

    id: int
    company: str
    price_list: str
    item: str
    price: str
    floor_price: str
    valid_from: str
    valid_to: str | None


class PriceAsked(TypedDict):
    """PriceAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    price_list: NotRequired[str | None]
    item: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class PriceList(TypedDict):
    """The prices of a channel in one currency; web prices include VAT."""

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    currency: str
    tax_included: bool


class PriceListAsked(TypedDict):
    """PriceListAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class PriceListPage(TypedDict):
    """A page of price-lists, oldest first."""

    rows: list[PriceList]
    next: int | None


class PricePage(TypedDict):
    """A page of prices, oldest first."""

    rows: list[Price]
    next: int | None


class Problem(TypedDict):
    """A call that was refused: nothing was done. ``code`` is a stable contract, ``type`` says where it is
    explained.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    message: str
    errors: NotRequired[list[FieldProblem]]
    figures: NotRequired[dict[str, Any]]


class PushMessagesCall(TypedDict):
    """PushMessagesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ReadInvoice(TypedDict):
    """An invoice as the file says it; ``faults`` names what does not add up: (line from 1, 0 for the
    whole; code).
    """

    number: str
    issued_on: str | None
    is_special: bool
    seller_name: str
    seller_code: str
    buyer_name: str
    buyer_code: str
    net: str | None
    tax: str | None
    amount: str | None
    lines: list[ReadLine]
    faults: NotRequired[list[list[int]]]


class ReadLine(TypedDict):
    """A line as the file says it; nothing where it could not be read."""

    name: str
    measure: str
    quantity: str | None
    tax_pct: str | None
    net: str | None
    tax: str | None


class Reason(TypedDict):
    """Why stock is adjusted: count difference, damage, sample …"""

    id: int
    name_en: str
    name_zh: str
    code: str


class ReasonAsked(TypedDict):
    """ReasonAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ReasonPage(TypedDict):
    """A page of adjustment-reasons, oldest first."""

    rows: list[Reason]
    next: int | None


class ReceiptRow(TypedDict):
    """A return whose goods are here, by our number or by the order's and the platform's; with the numbers
    scanned.
    """

    number: NotRequired[str]
    shop: NotRequired[str]
    order_no: NotRequired[str]
    return_no: NotRequired[str]
    serials: NotRequired[list[str]]


class Receipts(TypedDict):
    """Receipts"""

    company: str
    received_on: NotRequired[str | None]
    rows: list[ReceiptRow]


class ReceiveInvoicesCall(TypedDict):
    """ReceiveInvoicesCall"""

    company: NotRequired[str | None]
    rows: list[Received]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    bill_kind: NotRequired[str]
    bill_id: NotRequired[int | None]


class ReceiveReturnsCall(TypedDict):
    """ReceiveReturnsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    location: NotRequired[int | None]
    serials: NotRequired[dict[str, list[str]] | None]


class Received(TypedDict):
    """A file that was read: what it says, and where it is kept."""

    invoice: ReadInvoice
    file: int


class RecogniseRevenueCall(TypedDict):
    """RecogniseRevenueCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    trigger: str
    on: str


class RecordMovementsCall(TypedDict):
    """RecordMovementsCall"""

    company: NotRequired[str | None]
    rows: list[NewMovement]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class RecordReceiptsCall(TypedDict):
    """RecordReceiptsCall"""

    company: NotRequired[str | None]
    rows: list[NewReceipt]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    account: NotRequired[str]


class RecordStatementsCall(TypedDict):
    """RecordStatementsCall"""

    company: NotRequired[str | None]
    rows: list[NewStatement]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class RefundReturnsCall(TypedDict):
    """RefundReturnsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class RefuseClaimsCall(TypedDict):
    """RefuseClaimsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    note: str


class Region(TypedDict):
    """A country, province, city or district, in a tree; its code is the official one."""

    id: int
    name_en: str
    name_zh: str
    code: str
    level: Literal['country', 'province', 'city', 'district']
    parent: str | None


class RegionAsked(TypedDict):
    """RegionAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    level: NotRequired[Literal['country', 'province', 'city', 'district'] | None]
    parent: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class RegionPage(TypedDict):
    """A page of regions, oldest first."""

    rows: list[Region]
    next: int | None


class RejectPaymentsCall(TypedDict):
    """RejectPaymentsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    note: str


class RejectRequestsCall(TypedDict):
    """RejectRequestsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    comment: str


class ReleaseCreditCall(TypedDict):
    """ReleaseCreditCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    note: str
    expires_on: NotRequired[str | None]
    amounts: NotRequired[dict[str, str] | None]


class ReleaseDeliveriesCall(TypedDict):
    """ReleaseDeliveriesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class ReleaseOrdersCall(TypedDict):
    """ReleaseOrdersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    note: str


class RematchDifferencesCall(TypedDict):
    """RematchDifferencesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class RemoveAttachmentsCall(TypedDict):
    """RemoveAttachmentsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    reason: str


class ReopenMonthsCall(TypedDict):
    """ReopenMonthsCall"""

    company: NotRequired[str | None]
    months: list[str]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    reason: str


class ReopenYearsCall(TypedDict):
    """ReopenYearsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ReplayWebhooksCall(TypedDict):
    """ReplayWebhooksCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class RequestInvoicesCall(TypedDict):
    """RequestInvoicesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    buyers: NotRequired[dict[str, Buyer] | None]
    mode: NotRequired[str]


class RequestOrderInvoicesCall(TypedDict):
    """RequestOrderInvoicesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    buyers: NotRequired[dict[str, Buyer] | None]
    mode: NotRequired[str]


class RequestRedLettersCall(TypedDict):
    """RequestRedLettersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    reason: NotRequired[str]


class ResendMessagesCall(TypedDict):
    """ResendMessagesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ReserveOrdersCall(TypedDict):
    """ReserveOrdersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class Return(TypedDict):
    """Goods of one order that come back, or money for goods that stay with the buyer."""

    company: str
    id: int
    number: str
    platform_number: str
    order_id: int
    shop: str
    kind: Literal['return', 'refund_only', 'exchange']
    reason: str
    state: Literal['announced', 'received', 'inspected', 'refunded', 'cancelled']
    amount: str
    tax_amount: str
    return_on: str
    received_on: str | None
    inspected_on: str | None
    refunded_on: str | None
    replacement_id: int | None
    version: int
    custom: NotRequired[dict[str, str] | None]
    lines: NotRequired[list[ReturnLine] | None]
    lines_next: NotRequired[int | None]


class ReturnAsked(TypedDict):
    """ReturnAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['announced', 'received', 'inspected', 'refunded', 'cancelled'] | None]
    kind: NotRequired[Literal['return', 'refund_only', 'exchange'] | None]
    number: NotRequired[str | None]
    platform_number: NotRequired[str | None]
    shop: NotRequired[str | None]
    order: NotRequired[int | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class ReturnLine(TypedDict):
    """A line of a document: Pieces of a delivery line; ``amount`` is their part of its amount, to the
    cent. Without pieces it is money only. ``reverses`` is empty until the return takes effect; then it
    says whether the delivery line was revenue by that time, so that revenue is reversed, or not yet, so
    that less of it will become revenue. ``cost_amount`` is what the goods brought back into stock.
    """

    id: int
    delivery_line_id: int
    item: str
    quantity: str
    scrapped_quantity: str
    amount: str
    tax_amount: str
    subsidy_amount: str | None
    cost_amount: str | None
    location_id: int | None
    reverses: bool | None
    serials: Any


class ReturnLineAsked(TypedDict):
    """ReturnLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class ReturnLinePage(TypedDict):
    """A page of Lines of one of returns."""

    rows: list[ReturnLine]
    next: int | None


class ReturnPage(TypedDict):
    """A page of returns, oldest first."""

    rows: list[Return]
    next: int | None


class ReturnReason(TypedDict):
    """Why buyers return goods or want their money back: counted, so that somebody can do something about
    it.
    """

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    state: Literal['active', 'blocked']


class ReturnReasonAsked(TypedDict):
    """ReturnReasonAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['active', 'blocked'] | None]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ReturnReasonPage(TypedDict):
    """A page of return-reasons, oldest first."""

    rows: list[ReturnReason]
    next: int | None


class ReturnRow(TypedDict):
    """A return that a platform announces under its own number."""

    shop: str
    order_no: str
    return_no: str
    kind: NotRequired[str]
    reason: str
    returned_on: NotRequired[str | None]
    lines: list[ReturnedLine]


class ReturnedLine(TypedDict):
    """Pieces of a line by its number or by what the shop or we call the item; of a refund only, or an
    amount of it.
    """

    line_no: NotRequired[int | None]
    sku: NotRequired[str]
    quantity: NotRequired[str]
    amount: NotRequired[str | None]
    serials: NotRequired[list[str]]


class Returns(TypedDict):
    """Returns"""

    company: str
    rows: list[ReturnRow]


class RevalueAccountsCall(TypedDict):
    """RevalueAccountsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    month: str


class RevalueItemsCall(TypedDict):
    """RevalueItemsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    month: str


class ReverseAllocationsCall(TypedDict):
    """ReverseAllocationsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class ReverseClaimsCall(TypedDict):
    """ReverseClaimsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class ReverseItemDocumentsCall(TypedDict):
    """ReverseItemDocumentsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class ReverseVouchersCall(TypedDict):
    """ReverseVouchersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class ReviewCheck(TypedDict):
    """One check as a channel wants it: on or off, with its parameters, and whether a person may release
    its holds. Parameters, all optional: completeness ``require`` (of buyer, phone, address, district)
    and ``phone_pattern``; price ``above_list_pct`` and ``below_floor_pct`` (percent allowed); payment
    ``tolerance`` (amount); gift ``tolerance`` and ``gifts`` (listed, due). They are judged with the
    fields, so by every door.
    """

    id: int
    company: str
    channel: str
    check_code: Literal['authorisation', 'completeness', 'price', 'credit', 'payment', 'gift', 'source', 'warehouse']
    enabled: bool
    releasable: bool
    parameters: Any


class ReviewCheckAsked(TypedDict):
    """ReviewCheckAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    channel: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ReviewCheckPage(TypedDict):
    """A page of review-checks, oldest first."""

    rows: list[ReviewCheck]
    next: int | None


class ReviewOrdersCall(TypedDict):
    """ReviewOrdersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class RevokeLinksCall(TypedDict):
    """RevokeLinksCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class Route(TypedDict):
    """Which warehouses serve a province for a channel, best first; no channel or province means any."""

    id: int
    company: str
    channel: str | None
    province: str
    warehouse: str
    rank: int


class RouteAsked(TypedDict):
    """RouteAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    channel: NotRequired[str | None]
    warehouse: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class RoutePage(TypedDict):
    """A page of sourcing-routes, oldest first."""

    rows: list[Route]
    next: int | None


class RowAnswer(TypedDict):
    """The answer to one row: ``done``, ``already``, ``changed`` or the reason why its order was not taken
    in.

    ``problems`` names what of this row cannot be read (``bad_quantity``); the order is ``unreadable``
    then.
    """

    row: int
    order_no: str
    code: str
    message: str
    order: NotRequired[str | None]
    problems: NotRequired[list[str]]


class RunAllocationsCall(TypedDict):
    """RunAllocationsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    month: str


class Said(TypedDict):
    """What a person says a line is; ``remember`` is the text by which others like it are known from now
    on.
    """

    use: str
    party: NotRequired[str]
    payment: NotRequired[int | None]
    remember: NotRequired[str]
    voucher: NotRequired[int | None]


class SaveAlertsCall(TypedDict):
    """SaveAlertsCall"""

    company: NotRequired[str | None]
    rows: list[NewAlert]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SaveBudgetsCall(TypedDict):
    """SaveBudgetsCall"""

    company: NotRequired[str | None]
    rows: list[NewBudget]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class SaveClaimsCall(TypedDict):
    """SaveClaimsCall"""

    company: NotRequired[str | None]
    rows: list[NewClaim]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SaveDraftsCall(TypedDict):
    """SaveDraftsCall"""

    company: NotRequired[str | None]
    rows: list[NewDraft]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SaveItemDocumentsCall(TypedDict):
    """SaveItemDocumentsCall"""

    company: NotRequired[str | None]
    rows: list[NewItemDocument]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SaveOrderChangesCall(TypedDict):
    """SaveOrderChangesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    changes: dict[str, WrittenChange]
    reason: str
    on: str
    text: NotRequired[str]


class SavePaymentsCall(TypedDict):
    """SavePaymentsCall"""

    company: NotRequired[str | None]
    rows: list[NewPayment]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SaveRulesCall(TypedDict):
    """SaveRulesCall"""

    company: NotRequired[str | None]
    rows: list[NewRule]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SealVouchersCall(TypedDict):
    """SealVouchersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SendBackDraftsCall(TypedDict):
    """SendBackDraftsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    note: str


class SendBackRequestsCall(TypedDict):
    """SendBackRequestsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    comment: str


class SendDunningLettersCall(TypedDict):
    """SendDunningLettersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class SendInvoicesCall(TypedDict):
    """SendInvoicesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class SendStatementsCall(TypedDict):
    """SendStatementsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class SetCreditLimitsCall(TypedDict):
    """SetCreditLimitsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    limits: dict[str, NewLimit]
    on: str


class SetCreditTermsCall(TypedDict):
    """SetCreditTermsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    terms: dict[str, NewTerms]
    on: str


class SetCustomFieldsCall(TypedDict):
    """SetCustomFieldsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    kind: str
    values: dict[str, dict[str, str | None]]


class SetUpBooksCall(TypedDict):
    """SetUpBooksCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SettleFeesCall(TypedDict):
    """SettleFeesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class ShipDeliveriesCall(TypedDict):
    """ShipDeliveriesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class Shop(TypedDict):
    """A web shop: its settlement customer, price list, split policy, who answers for it, and whether it
    may sell.
    """

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    channel: str
    unit: str
    customer: str
    price_list: str
    split: Literal['never', 'by_warehouse', 'wait_for_all', 'by_line']
    owner_id: int | None
    merge_minutes: int
    install_within_days: int
    state: Literal['active', 'blocked']
    custom: NotRequired[dict[str, str] | None]


class ShopAsked(TypedDict):
    """ShopAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['active', 'blocked'] | None]
    code: NotRequired[str | None]
    channel: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class ShopPage(TypedDict):
    """A page of shops, oldest first."""

    rows: list[Shop]
    next: int | None


class Stated(TypedDict):
    """A statement as the bank says it; without ``sequence`` it is the next one, without ``opening`` it
    goes on.
    """

    account: str
    currency: str
    sequence: int | None
    stated_on: str
    opening: str | None
    closing: str | None
    lines: list[StatedLine]


class StatedLine(TypedDict):
    """A line of a statement as the bank says it."""

    booked_on: str
    amount: str
    reference: str
    end_to_end: NotRequired[str]
    code: NotRequired[str]
    counterparty: NotRequired[str]
    counterparty_account: NotRequired[str]
    text: NotRequired[str]


class Statement(TypedDict):
    """A platform's statement for a shop: what it collected, gave back and kept, and what it pays out."""

    company: str
    id: int
    number: str
    shop: str
    platform_number: str
    file_id: int
    state: Literal['imported', 'matched', 'posted', 'paid']
    first_on: str
    last_on: str
    posted_on: str | None
    paid_on: str | None
    fee_kinds: list[str]
    gross_amount: str
    refund_amount: str
    fee_amount: str
    payout_amount: str
    counts: Any
    rejected_file_id: int | None
    receipt_id: int | None
    version: int
    lines: NotRequired[list[StatementLine] | None]
    lines_next: NotRequired[int | None]


class StatementAsked(TypedDict):
    """StatementAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['imported', 'matched', 'posted', 'paid'] | None]
    number: NotRequired[str | None]
    platform_number: NotRequired[str | None]
    shop: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class StatementLine(TypedDict):
    """A line of a document: What a statement says of one order; ``fees`` in the order of its fee kinds.
    Judged once: a line that differs is judged again when its order has come, or was refunded or
    cancelled since. ``difference_amount`` is what was paid beyond what was owed; all of it where there
    is no order to owe it.
    """

    id: int
    ordinal: int
    order_no: str
    order_id: int | None
    gross_amount: str
    refund_amount: str
    fee_amount: str
    fees: list[str]
    net_amount: str
    result: Literal['matched', 'short_paid', 'over_paid', 'unknown_order', 'already_settled', 'customer_order', 'refund_matched', 'refund_differs']
    difference_amount: str


class StatementLineAsked(TypedDict):
    """StatementLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class StatementLinePage(TypedDict):
    """A page of Lines of one of statements."""

    rows: list[StatementLine]
    next: int | None


class StatementPage(TypedDict):
    """A page of statements, oldest first."""

    rows: list[Statement]
    next: int | None


class Statistic(TypedDict):
    """A figure of a unit in a month that costs are shared out by: people, square metres, machine hours."""

    id: int
    company: str
    code: str
    unit: str
    month: str
    value: str


class StatisticAsked(TypedDict):
    """StatisticAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class StatisticPage(TypedDict):
    """A page of statistics, oldest first."""

    rows: list[Statistic]
    next: int | None


class StopMessagesCall(TypedDict):
    """StopMessagesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SubmitApprovalsCall(TypedDict):
    """SubmitApprovalsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    kind: str
    reason: str


class SubmitClaimsCall(TypedDict):
    """SubmitClaimsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SubmitDraftsCall(TypedDict):
    """SubmitDraftsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class SubmitOrderChangesCall(TypedDict):
    """SubmitOrderChangesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class SubmitPaymentsCall(TypedDict):
    """SubmitPaymentsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class TaxClass(TypedDict):
    """How goods are taxed; the rate is dated."""

    id: int
    name_en: str
    name_zh: str
    code: str


class TaxClassAsked(TypedDict):
    """TaxClassAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class TaxClassPage(TypedDict):
    """A page of tax-classes, oldest first."""

    rows: list[TaxClass]
    next: int | None


class TaxInvoice(TypedDict):
    """An invoice from the request on; issued it has the office's number of twenty digits. A red one is
    negative.
    """

    company: str
    id: int
    number: str
    kind: Literal['blue', 'red']
    mode: Literal['on_demand', 'per_delivery', 'per_order', 'monthly']
    state: Literal['requested', 'sending', 'issued', 'refused', 'cancelled']
    requested_on: str
    unit: str | None
    party: str | None
    buyer_name: str
    buyer_code: str
    buyer_email: str
    net_amount: str
    tax_amount: str
    amount: str
    invoice_number: str
    issued_on: str | None
    file_id: int | None
    original_id: int | None
    reason: str
    version: int


class TaxInvoiceAsked(TypedDict):
    """TaxInvoiceAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['requested', 'sending', 'issued', 'refused', 'cancelled'] | None]
    kind: NotRequired[Literal['blue', 'red'] | None]
    number: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class TaxInvoicePage(TypedDict):
    """A page of tax-invoices, oldest first."""

    rows: list[TaxInvoice]
    next: int | None


class TaxRate(TypedDict):
    """The VAT rate of a tax class, in percent, from a day on until the day before ``valid_to``."""

    id: int
    tax_class: str
    valid_from: str
    valid_to: str | None
    tax_pct: str


class TaxRateAsked(TypedDict):
    """TaxRateAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    tax_class: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class TaxRatePage(TypedDict):
    """A page of tax-rates, oldest first."""

    rows: list[TaxRate]
    next: int | None


class TiePayoutsCall(TypedDict):
    """TiePayoutsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    receipt: NotRequired[int | None]


class Trace(TypedDict):
    """The documents around one, two steps before and two after, with the events and vouchers of what came
    of it.
    """

    nodes: list[TraceNode]
    edges: list[TraceEdge]
    closed: bool
    left: int


class TraceEdge(TypedDict):
    """What came of what, with which quantity and amount; null where there is none."""

    source: str
    target: str
    quantity: str | None
    amount: str | None


class TraceNode(TypedDict):
    """A document, or an accounting event, of a trace."""

    key: str
    kind: str
    id: int
    number: str
    state: str
    amount: str | None
    step: int | None
    address: str | None


class UndoApplicationsCall(TypedDict):
    """UndoApplicationsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class Unit(TypedDict):
    """A part of a company that results are measured by: a department or a shop."""

    id: int
    company: str
    name_en: str
    name_zh: str
    kind: Literal['department', 'shop']
    code: str
    parent: str | None


class UnitAsked(TypedDict):
    """UnitAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    kind: NotRequired[Literal['department', 'shop'] | None]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class UnitPage(TypedDict):
    """A page of units, oldest first."""

    rows: list[Unit]
    next: int | None


class UnmatchBankLinesCall(TypedDict):
    """UnmatchBankLinesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str
    reason: str


class UseBudgetsCall(TypedDict):
    """UseBudgetsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class UseIncentivesCall(TypedDict):
    """UseIncentivesCall"""

    company: NotRequired[str | None]
    rows: list[NewUse]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class VerdictAnswer(TypedDict):
    """The answer to one id (or row, from 1): ``code`` is ``done``, ``already`` or the reason why not."""

    id: int
    code: str
    message: str
    detail: dict[str, Any]


class VerifyInvoicesCall(TypedDict):
    """VerifyInvoicesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class Voucher(TypedDict):
    """A voucher: collected from events of one day, unit and kind, or entered by hand; posted ones never
    change.
    """

    company: str
    id: int
    number: str | None
    origin: Literal['automatic', 'manual']
    state: Literal['collecting', 'posted']
    event_kind: str
    unit: str | None
    source_id: int | None
    posting_on: str
    amount: str
    text: str
    lines: NotRequired[list[VoucherLine] | None]
    lines_next: NotRequired[int | None]


class VoucherAsked(TypedDict):
    """VoucherAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['collecting', 'posted'] | None]
    number: NotRequired[str | None]
    origin: NotRequired[Literal['automatic', 'manual'] | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]


class VoucherDraft(TypedDict):
    """A voucher by hand: written by one person, posted by another; posted, its ``voucher`` is in the books
    for good.
    """

    company: str
    id: int
    number: str
    kind: Literal['entry', 'import', 'recurring', 'reversal']
    state: Literal['draft', 'submitted', 'sent_back', 'posted', 'cancelled']
    posting_on: str
    text: str
    amount: str
    version: int
    author_id: int | None
    editor_id: int | None
    reviewer_id: int | None
    note: str
    template: str | None
    month: str | None
    source: str
    reverses_id: int | None
    voucher_id: int | None
    custom: NotRequired[dict[str, str] | None]
    lines: NotRequired[list[VoucherDraftLine] | None]
    lines_next: NotRequired[int | None]


class VoucherDraftAsked(TypedDict):
    """VoucherDraftAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['draft', 'submitted', 'sent_back', 'posted', 'cancelled'] | None]
    kind: NotRequired[Literal['entry', 'import', 'recurring', 'reversal'] | None]
    number: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    changed_since: NotRequired[str | None]
    lines: NotRequired[bool]


class VoucherDraftLine(TypedDict):
    """A line of a document: A line of a voucher by hand; the journal line made of it names it as its
    document line.
    """

    ordinal: int
    account: str
    debit: str
    credit: str
    text: str
    unit: str | None
    party: str | None
    item: str | None
    project_id: int | None
    employee_id: int | None
    cash_item_id: int | None
    currency: str | None
    currency_amount: str | None
    rate: str | None
    id: int


class VoucherDraftLineAsked(TypedDict):
    """VoucherDraftLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class VoucherDraftLinePage(TypedDict):
    """A page of Lines of one of voucher-drafts."""

    rows: list[VoucherDraftLine]
    next: int | None


class VoucherDraftPage(TypedDict):
    """A page of voucher-drafts, oldest first."""

    rows: list[VoucherDraft]
    next: int | None


class VoucherLine(TypedDict):
    """A line of a document: A movement of money between two accounts; a manual voucher's line may name one
    side only. With both sides named the line balances by construction; the one-sided lines of a
    statement must net to zero a voucher, which a statement-level trigger proves. A line that posting
    made of an event line has its id, so the way from one to the other needs no column and no index;
    lines by hand draw theirs from the same sequence.
    """

    id: int
    debit_account: str | None
    credit_account: str | None
    amount: str
    unit: str | None
    party: str | None
    item: str | None
    quantity: str | None
    document_line_id: int | None


class VoucherLineAsked(TypedDict):
    """VoucherLineAsked"""

    after: NotRequired[int]
    limit: NotRequired[int]


class VoucherLinePage(TypedDict):
    """A page of Lines of one of vouchers."""

    rows: list[VoucherLine]
    next: int | None


class VoucherPage(TypedDict):
    """A page of vouchers, oldest first."""

    rows: list[Voucher]
    next: int | None


class Warehouse(TypedDict):
    """A warehouse of one company."""

    id: int
    company: str
    name_en: str
    name_zh: str
    code: str
    province: str
    state: Literal['active', 'blocked']
    custom: NotRequired[dict[str, str] | None]


class WarehouseAsked(TypedDict):
    """WarehouseAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    state: NotRequired[Literal['active', 'blocked'] | None]
    code: NotRequired[str | None]
    changed_since: NotRequired[str | None]


class WarehousePage(TypedDict):
    """A page of warehouses, oldest first."""

    rows: list[Warehouse]
    next: int | None


class WebhookAnswer(TypedDict):
    """A subscription as it stands."""

    id: int
    company: str
    name: str
    url: str
    kinds: list[str]
    state: str
    off_reason: str


class WebhookSecret(TypedDict):
    """A subscription with its new secret, which is answered this once."""

    id: int
    company: str
    name: str
    url: str
    kinds: list[str]
    state: str
    off_reason: str
    secret: str


class WebhooksAnswer(TypedDict):
    """WebhooksAnswer"""

    rows: list[WebhookAnswer]
    kinds: list[str]


class WithdrawClaimsCall(TypedDict):
    """WithdrawClaimsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class WithdrawOrderChangesCall(TypedDict):
    """WithdrawOrderChangesCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]


class WithdrawRequestsCall(TypedDict):
    """WithdrawRequestsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    comment: NotRequired[str]


class WithdrawRunsCall(TypedDict):
    """WithdrawRunsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    reason: str


class WithdrawnPayment(TypedDict):
    """A payment that was in a run when that was withdrawn: the run's own list, and what the bank said of
    it since. ``sure_because`` is why somebody was sure that the bank does not have the file, and sent
    the payment once more.
    """

    company: str
    id: int
    payment_run_id: int
    payment_id: int
    told: Literal['taken', 'paid', 'refused'] | None
    told_at: str | None
    bank_status: str
    bank_reason: str
    bank_reference: str
    sure_because: str
    sure_id: int | None


class WithdrawnPaymentAsked(TypedDict):
    """WithdrawnPaymentAsked"""

    company: NotRequired[str | None]
    after: NotRequired[int]
    limit: NotRequired[int]
    payment_run: NotRequired[int | None]
    payment: NotRequired[int | None]


class WithdrawnPaymentPage(TypedDict):
    """A page of withdrawn-payments, oldest first."""

    rows: list[WithdrawnPayment]
    next: int | None


class WriteCommentsCall(TypedDict):
    """WriteCommentsCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    kind: str
    text: str


class WriteDunningLettersCall(TypedDict):
    """WriteDunningLettersCall"""

    company: NotRequired[str | None]
    ids: list[int]
    policy: NotRequired[Literal['partial', 'all', 'dry_run']]
    on: str


class WrittenChange(TypedDict):
    """What an order shall be; ``document`` and ``version`` name the draft this takes the place of."""

    buyer: NotRequired[str]
    phone: NotRequired[str]
    province: NotRequired[str]
    city: NotRequired[str]
    district: NotRequired[str]
    address: NotRequired[str]
    remark: NotRequired[str]
    wanted_on: NotRequired[str | None]
    lines: NotRequired[list[ChangedLine]]
    document: NotRequired[int | None]
    version: NotRequired[int | None]
