"""Approvals on their pages: asked on the document, answered from the inbox or the document, reminded, handed over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interlock.core.api import ApprovalDelegation, ApprovalRequest, ApprovalRoute, Notice, User
from interlock.core.models import ApprovalStep
from interlock.finance import api as finance
from interlock.sales import api as sales
from interlock.web.escalation import escalate
from tests.approving import Office
from tests.builders import DAY, World, assert_laws

from .people import make_user, sign_in

TODAY = timezone.now().date()


@pytest.fixture
def office(world: World) -> Office:
    return Office(world.company)


def browser(user: User, language: str = "en") -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE=language)
    client.cookies["django_language"] = language
    client.force_login(user)
    return client


def text(client: Client, name: str, *args: Any, **query: Any) -> str:
    return client.get(reverse(f"web:{name}", args=args), query, follow=True).content.decode()


def cheap(world: World) -> int:
    return world.order(("CAMERA", 1), price="100")


def test_from_the_clerks_question_to_the_released_order(world: World, office: Office) -> None:
    office.route({"user": office.ann})
    order = cheap(world)
    said = " ".join(text(browser(office.cat), "order", order).split())
    assert "Your role may not ask for this approval. These may: asking." in said
    clerk, ann = browser(office.clerk), browser(office.ann)
    page = text(clerk, "order", order)
    assert "Only its approval releases it." in page
    assert "Ask for approval…" in page
    stays = clerk.post(reverse("web:orders-release"), {"id": order, "note": "please", "single": 1}, follow=True)
    assert "Needs an approval" in stays.content.decode()
    asked = {"id": order, "document": order, "kind": "price_release", "note": "old customer"}
    assert "The approval is asked for." in clerk.post(reverse("web:approvals-ask"), asked, follow=True).content.decode()
    page = text(clerk, "order", order)
    assert "node 1" in page
    assert "Waits for <b>ann</b>" in page
    assert "Take back" in page
    assert "Approve…" not in page
    request = ApprovalRequest.objects.get()
    box = text(ann, "inbox")
    assert request.number in box
    assert "old customer" in box
    assert '<span class="w-count" data-tone="warn">1' in box
    assert "Approve…" in text(ann, "order", order)
    assert request.number not in text(browser(office.ben), "inbox")
    assert request.number in text(clerk, "inbox", box="asked")
    answer = {"id": request.pk, "document": order, "note": "this once"}
    assert "1 request approved." in ann.post(reverse("web:inbox-approve"), answer, follow=True).content.decode()
    assert world.state(order) == "reviewed"
    page = text(clerk, "order", order)
    assert "this once" in page
    assert "Approved" in text(clerk, "order", order, tab="timeline")
    assert request.number in text(ann, "inbox", box="answered")
    assert "Nothing waits for you" in text(ann, "inbox")
    assert_laws()


def test_the_inbox_answers_many_at_once(world: World, office: Office) -> None:
    office.route({"user": office.ann})
    ids = [office.ask(cheap(world)) for _ in range(4)]
    ann, clerk = browser(office.ann), browser(office.clerk)
    press = lambda who, name, **given: who.post(reverse(f"web:{name}"), given, follow=True).content.decode()  # noqa: E731
    assert "Say in a few words why." in press(ann, "inbox-send-back", id=ids[:1], note="")
    assert "1 request sent back." in press(ann, "inbox-send-back", id=ids[:1], note="more")
    assert "1 request rejected." in press(ann, "inbox-reject", id=ids[1:2], note="no")
    assert "1 request taken back." in press(clerk, "inbox-withdraw", id=ids[2:3])
    page = press(ann, "inbox-approve", id=ids)
    assert "Waits for no approval any more" in page
    assert sorted(ApprovalRequest.objects.values_list("state", flat=True)) == [
        "approved", "rejected", "sent_back", "withdrawn",
    ]  # fmt: skip
    assert browser(office.clerk).post(reverse("web:approvals-ask"), {"kind": "x"}).status_code == 404


def test_a_request_of_another_company_does_not_exist(world: World, clerk: Client) -> None:
    alien = World(code="ALIEN")
    theirs = Office(alien.company)
    theirs.route({"user": theirs.ann})
    request = theirs.ask(cheap(alien))
    assert clerk.get(reverse("web:approval", args=[request])).status_code == 404
    assert clerk.get(reverse("web:inbox")).status_code == 200
    stranger = sign_in(world, ["sales.view_order"])
    assert stranger.get(reverse("web:inbox")).status_code == 403


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_voucher_waits_for_its_approval_on_its_page(world: World, office: Office, language: str) -> None:
    office.route({"role": office.heads, "mode": "all"}, kind="voucher", deadline_hours=2)
    lines = tuple(
        finance.NewDraftLine(code, **side) for code, side in (("6602", {"debit": 5}), ("1002", {"credit": 5}))
    )
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    new = finance.NewDraft(DAY, "Rent", lines)
    made = finance.save_drafts([1], drafts={1: new}, **call).verdicts[0].detail["draft"]
    finance.submit_drafts([made], **call)
    everything = browser(make_user(world), language)
    assert ("申请审批" if language == "zh-hans" else "Ask for approval") in text(everything, "draft", made)
    request = office.ask(made, kind="voucher")
    page = text(everything, "draft", made)
    assert "<b>ben</b>" in page
    assert "<b>cat</b>" in page
    for one in (office.ben, office.cat):
        office.approve([request], one)
    waits = "批准后才能过账。" if language == "zh-hans" else "It is posted once it is approved."
    assert waits in page
    assert waits not in text(everything, "draft", made)


def test_reminders_and_deadlines_are_told(world: World, office: Office) -> None:
    office.route({"user": office.ann}, reminder_hours=1, deadline_hours=5)
    manager = make_user(world, ["core.hear_escalations", "core.read_notices", "sales.view_order"])
    request = office.ask(cheap(world))
    escalate(world.company, world.by, TODAY)
    assert not Notice.objects.exists()
    earlier = timezone.now() - timedelta(hours=2)
    ApprovalStep.objects.update(remind_at=earlier)
    escalate(world.company, world.by, TODAY)
    assert [(one.kind, one.user_id, one.level) for one in Notice.objects.all()] == [("approval", office.ann.pk, 1)]
    ApprovalStep.objects.update(due_at=earlier)
    escalate(world.company, world.by, TODAY)
    late = Notice.objects.get(kind="approval_late")
    assert (late.user_id, late.level, late.subject_id) == (manager.pk, 2, request)
    assert "Approval past its deadline" in text(browser(manager), "notices")
    assert office.delegate(office.ann, office.ben, TODAY - timedelta(2), TODAY + timedelta(3)) == "done"
    escalate(world.company, world.by, TODAY)
    assert Notice.objects.get(kind="approval", settled_at=None).user_id == office.ben.pk
    office.approve([request], office.ben)
    changed = office.ask(order := cheap(world))
    sales.cancel_orders([order], company=world.company, by=world.by, on=DAY, reason="buyer")
    escalate(world.company, world.by, TODAY)
    assert ApprovalRequest.objects.get(pk=changed).state == "withdrawn", "its document has gone its way"
    assert not Notice.objects.filter(settled_at=None).exists()
    assert_laws()


def test_one_hands_ones_approvals_over(world: World, office: Office) -> None:
    ann, ben = browser(office.ann), browser(office.ben)
    address = reverse("web:deputies")
    form = {"deputy": office.ben.pk, "valid_from": str(TODAY - timedelta(1)), "last": str(TODAY + timedelta(2))}
    assert ann.post(address, form | {"last": ""}).status_code == 422
    wrong = ann.post(address, form | {"last": str(TODAY - timedelta(4))})
    assert "The first day is not before the last" in wrong.content.decode()
    assert "handed over" in ann.post(address, form, follow=True).content.decode()
    assert (
        "Your approvals would come back to you" in ben.post(address, form | {"deputy": office.ann.pk}).content.decode()
    )
    assert "I answer for" in ben.get(address).content.decode()
    office.route({"user": office.ann})
    request = ApprovalRequest.objects.get(pk=office.ask(cheap(world)))
    assert request.number in text(ben, "inbox")
    assert "for ann" in text(browser(office.clerk), "order", request.document_id)
    made = ApprovalDelegation.objects.get()
    assert "1 delegation ended." in ann.post(reverse("web:deputies-end"), {"id": made.pk}, follow=True).content.decode()
    assert request.number not in text(ben, "inbox")


def test_routes_are_kept_among_the_masters(world: World, office: Office, clerk: Client) -> None:
    group = office.route(code="GROUP", company_id=None)
    address = reverse("admin:core_approvalroute_add")
    rows = {"nodes-TOTAL_FORMS": 1, "nodes-INITIAL_FORMS": 0, "nodes-MIN_NUM_FORMS": 0, "nodes-MAX_NUM_FORMS": 1000}
    node = {"name_en": "n", "name_zh": "n", "sequence": 1, "mode": "any", "user": office.ann.pk, "role": ""}
    form = {
        "company": world.company, "code": "NEW", "kind": "price_release", "rank": 1, "name_en": "New", "name_zh": "新",
        "valid_from": "2026-01-01", "amount_from": "100", "reasons": "", **rows,
        **{f"nodes-0-{name}": value for name, value in node.items()},
    }  # fmt: skip
    sent = clerk.post(address, form)
    assert sent.status_code == 302, sent.context["adminform"].form.errors
    made = ApprovalRoute.objects.get(code="NEW")
    assert (made.version, made.nodes.count()) == (1, 1)
    held = {"nodes-INITIAL_FORMS": 1, "nodes-0-id": made.nodes.get().pk, "nodes-0-route": made.pk}
    clerk.post(reverse("admin:core_approvalroute_change", args=[made.pk]), form | held | {"rank": 3})
    made.refresh_from_db()
    assert (made.version, made.rank) == (2, 3)
    assert clerk.post(address, form | {"company": "", "code": "ALL"}).status_code == 200, "only an administrator's"
    assert clerk.get(reverse("admin:core_approvalroute_change", args=[group.pk])).status_code == 200
    clerk.post(reverse("admin:core_approvalroute_change", args=[group.pk]), form)
    group.refresh_from_db()
    assert group.code == "GROUP"
