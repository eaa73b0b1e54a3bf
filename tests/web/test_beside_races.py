"""Two at once at the same documents: a file hangs there once, is taken away once, a template has one next version."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from interlock.core.api import (
    Attachment,
    Comment,
    Letterhead,
    NewTemplate,
    Notice,
    PaperTemplate,
    attach_files,
    change_letterhead,
    change_templates,
    remove_attachments,
    take_in,
    write_comments,
)
from interlock.sales import api as sales
from tests.builders import World, assert_laws
from tests.races import races
from tests.sales.test_races import together

from .people import make_user


@races(
    "core.attach_files",
    "core.remove_attachments",
    "core.write_comments",
    "core.change_letterhead",
    "core.change_templates",
)
def test_two_at_once_at_the_same_documents(committed: None, settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path
    world = World()
    world.feed([world.line(order_no=f"R{place}") for place in range(6)])
    ids = sales.orders_in(world.company, "received")
    ways = [ids, ids[::-1]]
    call: dict[str, Any] = {"company": world.company, "by": world.by}
    file = take_in(b"%PDF-1.7", "x.pdf", world.company)
    for answers in zip(
        *(
            one.verdicts
            for one in together(*(partial(attach_files, way, kind="order", file=file, **call) for way in ways))
        ),
        strict=True,
    ):
        assert {verdict.code for verdict in answers} <= {"done", "already"}
    hung = list(Attachment.objects.order_by("id").values_list("id", flat=True))
    assert len(hung) == 6
    reader = make_user(world, ["sales.view_order"])
    text = f"@{reader.username} look"
    said = together(*(partial(write_comments, way, kind="order", text=text, **call) for way in ways))
    assert [one.counts for one in said] == [{"done": 6}, {"done": 6}]
    assert (Comment.objects.count(), Notice.objects.count()) == (12, 6)
    gone = together(*(partial(remove_attachments, way, reason="twice", **call) for way in (hung, hung[::-1])))
    assert sorted(one.counts["done"] for one in gone) == [0, 6]
    [first, second] = together(
        *(partial(change_letterhead, [world.company], part="logo", file=file.file, **call) for _ in ways)
    )
    assert sorted([first.verdicts[0].code, second.verdicts[0].code]) == ["already", "done"]
    assert Letterhead.objects.count() == 1
    new = [{1: NewTemplate("voucher", f"#{place}")} for place in range(2)]
    together(*(partial(change_templates, [1], templates=one, **call) for one in new))
    assert sorted(PaperTemplate.objects.values_list("version", flat=True)) == [1, 2]
    assert_laws()


def test_a_repeat_of_the_key_says_it_once(db: None) -> None:
    world, key = World(), uuid4()
    order = world.order()
    call: dict[str, Any] = {"company": world.company, "by": world.by, "kind": "order", "text": "once", "key": key}
    assert write_comments([order], **call).table() == write_comments([order], **call).table()
    assert Comment.objects.count() == 1
