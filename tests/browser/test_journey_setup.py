"""An administrator sets a company up: a role, a field of its own, and which heading of a file is which column."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group

from interlock.core import background
from interlock.core.api import CustomField, ImportMapping
from interlock.items.models import Item
from tests.builders import World

from .journeying import WAYS, role_of, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FILE = "code,name_en,name_zh,category,unit,tax_class,国际条码\nX1,One,一,GOODS,PCS,VAT13,6901234567892\n"


@WAYS
def test_a_role_a_field_and_a_template(
    chromium: Any, live_server: Any, world: World, language: str, width: int
) -> None:
    administrator = role_of(world, "administrator")
    with visit(chromium, live_server, administrator, language, width) as admin:
        admin.open("/roles/")
        admin.page.locator("button[data-open=new-role]").click()
        dialog = admin.page.locator("dialog[open]")
        dialog.locator("input[name=name_en]").fill("Night shift")
        dialog.locator("input[name=name_zh]").fill("夜班")
        dialog.locator("button[data-kind=primary]").click()
        admin.page.wait_for_url(re.compile(r".*/roles/\d+/"))
        admin.page.locator("input[name=permission][value='sales.ship_deliveries']").check()
        admin.look("role")
        admin.press("Save the role")
        admin.page.wait_for_load_state()
        admin.look()
        made = Group.objects.get(card__name_zh="夜班")
        assert list(made.permissions.values_list("codename", flat=True)) == ["ship_deliveries"]

        admin.open("/admin/core/customfield/add/", "custom-field")
        admin.page.locator("select[name=kind]").select_option("order")
        admin.page.locator("input[name=code]").fill("gift")
        admin.page.locator("select[name=type]").select_option("yes_no")
        admin.page.locator("input[name=name_en]").fill("Gift wrapped")
        admin.page.locator("input[name=name_zh]").fill("礼品包装")
        if (company := admin.page.locator("select[name=company]")).count():
            company.select_option(str(world.company))
        admin.page.locator("[name=_save]").locator("visible=true").first.click()
        admin.page.wait_for_url("**/admin/core/customfield/")
        admin.look()
        assert CustomField.objects.get().code == "gift"

        admin.open("/imports/new/?kind=items", "import")
        admin.page.locator("input[type=file]").set_input_files(
            {"name": "items.csv", "mimeType": "text/csv", "buffer": FILE.encode()}
        )
        admin.press("Bring and check")
        admin.page.wait_for_url("**/imports/*/")
        background.work_waiting()
        admin.page.reload()
        row = admin.page.locator("tr", has_text="国际条码")
        row.locator("select").select_option("barcode")
        admin.press("Keep and check")
        admin.page.wait_for_load_state()
        assert ImportMapping.objects.get().columns["国际条码"] == "barcode"
        background.work_waiting()
        admin.page.reload()
        admin.look("import-checked")
        assert not Item.objects.filter(code="X1").exists(), "the check writes nothing"
        admin.page.locator("button[name=mode][value=take]").click()
        admin.page.wait_for_load_state()
        background.work_waiting()
        admin.page.reload()
        admin.look("import-taken")
        assert Item.objects.get(code="X1").barcode == "6901234567892"
