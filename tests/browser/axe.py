"""What axe finds on a page: levels A and AA, light and dark, at a desk and on a phone, its dialogs opened."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
#: What a theme changes; in the dark only these are looked at again.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
#: Menus are opened one by one, or, when they are more than this, together: each look costs as much as the page is long.
MANY = 20
#: Once the page, then each dialog and menu in it as somebody opens them; those of the frame only where asked.
LOOK = """async ([levels, colours, theme, parts, frame, many]) => {
    const root = document.documentElement;
    root.classList.remove("light", "dark");
    root.classList.add(theme);
    const only = theme === "dark" ? { type: "rule", values: colours } : { type: "tag", values: levels };
    const options = { runOnly: only, resultTypes: ["violations"] };
    const found = [];
    const look = async (where, part) => {
        const result = await axe.run(part, options);
        for (const rule of result.violations) for (const node of rule.nodes)
            found.push([rule.id, where, node.target.flat().join(" "), node.html.slice(0, 240),
                node.failureSummary.split("\\n").slice(1, 3).join(" ").trim()]);
    };
    const still = document.createElement("style");
    still.textContent = "*, *::before, *::after { transition: none !important; animation: none !important; }";
    document.head.append(still);
    /* What a new width changes is told to the page's scripts with its next frame. */
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await look("page", document);
    if (parts) for (const dialog of document.querySelectorAll("dialog:not([open])")) {
        dialog.showModal(); await look("dialog", dialog); dialog.close();
    }
    const within = frame ? document : document.querySelector("main") || document;
    const menus = parts ? [...within.querySelectorAll("details:not([open])")].filter((menu) => menu.offsetParent) : [];
    if (menus.length > many) {
        menus.forEach((menu) => { menu.open = true; });
        await look("menus", document);
        menus.forEach((menu) => { menu.open = false; });
    } else for (const menu of menus) { menu.open = true; await look("menu", menu); menu.open = false; }
    still.remove();
    return found;
}"""


@dataclass(frozen=True)
class Violation:
    """One place that breaks one rule."""

    page: str
    rule: str
    where: str
    target: str
    html: str
    why: str

    def __str__(self) -> str:
        return f"{self.page}: {self.rule} in {self.where} {self.target}\n    {self.html}\n    {self.why}"


def judge(page: Any, name: str, *, frame: bool = False, quick: bool = False) -> list[Violation]:
    """Look at the page that is open, in each width and both themes; ``frame``: at the frame's own menus, too.

    ``quick`` leaves out what seldom differs: dark on a phone, and dialogs and menus in the dark.
    """
    page.evaluate(AXE_SCRIPT)
    found: dict[tuple[str, str, str], Violation] = {}
    for width in (DESK, PHONE):
        page.set_viewport_size(width)
        for theme in ("light", "dark"):
            if quick and (width, theme) == (PHONE, "dark"):
                continue
            opened = width is DESK and not (quick and theme == "dark")
            given = [LEVELS, OF_COLOUR, theme, opened, frame and opened, MANY]
            for rule, where, target, html, why in page.evaluate(LOOK, given):
                one = Violation(f"{name} ({theme}, {width['width']})", rule, where, target, html, why)
                found.setdefault((rule, target, theme), one)
    return list(found.values())


def summed(found: list[Violation]) -> str:
    """Say how often each rule is broken, then each place once."""
    counts = Counter(one.rule for one in found)
    places: dict[tuple[str, str], list[Violation]] = {}
    for one in found:
        places.setdefault((one.rule, one.html), []).append(one)
    lines = [f"{len(found)} places: " + ", ".join(f"{rule} {count}" for rule, count in counts.most_common())]
    lines += [f"[{len(same)} times] {same[0]}" for same in sorted(places.values(), key=len, reverse=True)]
    return "\n".join(lines)
