/* Small behaviour of the workplace: theme, menus, dialogs, search, list keys. No framework of its own. */
(function () {
  "use strict";
  const root = document.documentElement;

  function theme() {
    try { return JSON.parse(localStorage.getItem("adminTheme")) || "auto"; } catch { return "auto"; }
  }
  function paint() {
    const dark = theme() === "dark" || (theme() === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    root.classList.toggle("dark", dark);
    root.classList.toggle("light", !dark);
    document.querySelectorAll("[data-theme]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.theme === theme())));
  }
  paint();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

  function on(type, selector, act) {
    document.addEventListener(type, (event) => {
      const target = event.target.closest && event.target.closest(selector);
      if (target) act(event, target);
    });
  }
  on("click", "[data-theme]", (event, button) => {
    localStorage.setItem("adminTheme", JSON.stringify(button.dataset.theme));
    paint();
  });
  on("click", "[data-nav]", (event, button) => {
    const open = document.body.classList.toggle("w-nav-open");
    button.setAttribute("aria-expanded", String(open));
  });
  /* Which groups of the navigation are open is kept for the next page. */
  on("click", "[data-fold] > summary", (event, summary) => {
    const pairs = (/(?:^|; )navigation=(\w*)/.exec(document.cookie)?.[1] || "").matchAll(/(\d+)([oc])/g);
    const kept = Object.fromEntries([...pairs].map((one) => [one[1], one[2]]));
    kept[summary.parentElement.dataset.fold] = summary.parentElement.open ? "c" : "o";  // the click comes before the fold
    document.cookie = `navigation=${Object.entries(kept).flat().join("")};path=/;max-age=31536000;samesite=lax`;
  });
  on("click", "[data-open]", (event, button) => {
    event.preventDefault();
    if (button.dataset.one) {  // of this row alone
      const group = groupOf(button);
      boxes(group).forEach((box) => { box.checked = box.value === button.dataset.one; });
      tell(group);
    }
    document.getElementById(button.dataset.open).showModal();
  });
  document.querySelectorAll("dialog[data-open-now]").forEach((dialog) => dialog.showModal());
  on("click", "[data-close]", (event, button) => button.closest("dialog").close());
  on("click", "[data-more]", (event, button) => {
    button.setAttribute("aria-expanded", String(button.form.classList.toggle("w-all")));
  });
  on("click", "[data-copy]", (event, button) => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    if (navigator.clipboard) navigator.clipboard.writeText(field.value);
    else document.execCommand("copy");
  });
  on("click", "[data-print]", () => window.print());
  on("change", "[data-submit]", (event, field) => field.form.requestSubmit());
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.w-menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    const side = document.querySelector(".w-side");
    if (side && document.body.classList.contains("w-nav-open") && !side.contains(event.target)
        && !event.target.closest("[data-nav]")) document.body.classList.remove("w-nav-open");
  });
  // A form goes out once: its key makes a second sending harmless, and the button says that it went.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.method === "post" && !form.hasAttribute("data-again")) {
      form.dataset.sent = "1";
      setTimeout(() => form.querySelectorAll("button[type=submit],button:not([type])").forEach((b) => { b.disabled = true; }));
    }
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("button:disabled:not([data-off])").forEach((b) => { b.disabled = false; });
  }));

  /* Search: Ctrl-K; htmx brings the answers as one types, arrows move among them, Enter opens the chosen one. */
  const find = document.querySelector(".w-find input");
  const found = document.querySelector(".w-found");
  if (find) {
    find.form.addEventListener("keydown", (event) => {
      const links = [find, ...found.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && at < links.length - 1) { event.preventDefault(); links[at + 1].focus(); }
      if (event.key === "ArrowUp" && at > 0) { event.preventDefault(); links[at - 1].focus(); }
      if (event.key === "Escape") { event.preventDefault(); found.replaceChildren(); find.focus(); }
    });
    document.addEventListener("click", (event) => { if (!find.form.contains(event.target)) found.replaceChildren(); });
  }

  /* Lists: j and k move, x or space selects, Enter opens; the bar says what is selected. A page of several groups has
     a bar for each. */
  const list = document.querySelector("[data-list]");
  const groupOf = (part) => part.closest("[data-group]") || document;
  const boxes = (group) => [...group.querySelectorAll("[data-list] tbody input[type=checkbox]")];
  function tell(group) {
    const bar = group.querySelector("[data-bar]");
    if (!bar) return;
    const chosen = boxes(group).filter((box) => box.checked);
    bar.hidden = chosen.length === 0;
    bar.querySelector("[data-chosen]").textContent = String(chosen.length);
    const everything = document.querySelector("[data-everything]");
    const label = document.querySelector("[data-everything-label]");
    if (everything) {
      const whole = chosen.length > 0 && chosen.length === boxes(group).length;
      label.hidden = !whole || Number(list.dataset.found) <= chosen.length;
      if (label.hidden) everything.checked = false;
    }
    const named = everything && everything.checked
      ? [["everything", "1"], ["list", list.dataset.list]] : chosen.map((box) => ["id", box.value]);
    group.querySelectorAll("[data-ids]").forEach((holder) => holder.replaceChildren(...named.map(([name, value]) => {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      return field;
    })));
    group.querySelectorAll("[data-all]").forEach((all) => {
      const own = rowBoxes(all), ticked = own.filter((box) => box.checked).length;
      all.checked = ticked > 0 && ticked === own.length;
      all.indeterminate = ticked > 0 && !all.checked;
    });
  }
  const rowBoxes = (all) => [...all.closest("table").querySelectorAll("tbody input[type=checkbox]")];
  function rows() { return [...list.querySelectorAll("tbody tr[data-href]")]; }
  function move(step) {
    const all = rows();
    const at = all.findIndex((row) => row.getAttribute("aria-selected") === "true");
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    if (!next) return;
    all.forEach((row) => row.removeAttribute("aria-selected"));
    next.setAttribute("aria-selected", "true");
    next.scrollIntoView({ block: "nearest" });
  }
  on("change", "[data-list] tbody input[type=checkbox]", (event, box) => tell(groupOf(box)));
  on("change", "[data-all]", (event, all) => { rowBoxes(all).forEach((box) => { box.checked = all.checked; }); tell(groupOf(all)); });
  on("change", "[data-everything]", (event, box) => tell(groupOf(box)));
  const groups = document.querySelectorAll("[data-group]");
  if (list) (groups.length ? groups : [document]).forEach(tell);
  on("click", "tr[data-href]", (event, row) => {
    if (!event.target.closest("a, button, input, label, summary") && !String(getSelection())) location.href = row.dataset.href;
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && find) { event.preventDefault(); find.focus(); find.select(); return; }
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, dialog, summary, a, button");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !list) return;
    if (event.key === "j") move(1);
    if (event.key === "k") move(-1);
    const here = list.querySelector("tr[aria-selected=true]");
    if (event.key === "Enter" && here) location.href = here.dataset.href;
    if (event.key === "x" && here) { const box = here.querySelector("input[type=checkbox]"); if (box) { box.checked = !box.checked; tell(groupOf(box)); } }
  });

  /* Pasted rows (from a spreadsheet) become the lines of a document. */
  on("submit", "[data-lines-form]", (event, form) => {
    const read = (row) => Object.fromEntries([...row.querySelectorAll("[data-cell]")].map((cell) => [cell.dataset.cell, cell.value.trim()]));
    const lines = [...form.querySelectorAll("[data-line]")].map(read).filter((line) => Object.values(line).some(Boolean));
    form.querySelector("[name=lines]").value = JSON.stringify(lines);
  });
  function addLine(form) {
    const body = form.querySelector("[data-lines]");
    const row = body.querySelector("[data-line]").cloneNode(true);
    row.querySelectorAll("[data-cell]").forEach((cell) => { cell.value = ""; });
    body.append(row);
    return row;
  }
  on("click", "[data-add-line]", (event, button) => addLine(button.closest("form")).querySelector("[data-cell]").focus());
  document.addEventListener("paste", (event) => {
    const cell = event.target.closest("[data-cell]");
    const text = event.clipboardData && event.clipboardData.getData("text");
    if (!cell || !text || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const form = cell.closest("form");
    let row = cell.closest("[data-line]");
    const start = [...row.querySelectorAll("[data-cell]")].indexOf(cell);
    text.trim().split(/\r?\n/).forEach((line, number) => {
      if (number > 0) row = row.nextElementSibling || addLine(form);
      const cells = [...row.querySelectorAll("[data-cell]")];
      line.split("\t").forEach((value, at) => { if (cells[start + at]) cells[start + at].value = value.trim(); });
    });
  });

  /* Long work says how far it is; when it has ended, its page shows what came of it. */
  document.querySelectorAll("[data-poll]").forEach((place) => {
    const ask = async () => {
      if (!document.hidden) {
        try {
          const answer = await fetch(place.dataset.poll, { headers: { "X-Fragment": "1" } });
          if (answer.ok) place.innerHTML = await answer.text();
        } catch { /* the line is lost for a moment: the next look may find it mended */ }
      }
      if (place.querySelector("[data-live]")) setTimeout(ask, 1500);
      else if (place.dataset.then === "reload") location.reload();
    };
    if (place.querySelector("[data-live]")) setTimeout(ask, 1000);
  });

  /* Whoever may be named in a comment is offered once an @ is typed; a click writes the name. */
  on("input", "textarea[data-people]", async (event, field) => {
    const list = field.form.querySelector("[data-people-list]");
    const typed = /(?:^|\s|[^\x00-\x7f])@(\S*)$/.exec(field.value.slice(0, field.selectionStart));
    if (typed && !list.dataset.read) {
      list.dataset.read = "1";
      const answer = await fetch(field.dataset.people, { headers: { "X-Fragment": "1" } });
      if (answer.ok) list.innerHTML = await answer.text();
    }
    list.hidden = !typed;
    const term = typed ? typed[1].toLowerCase() : "";
    list.querySelectorAll("[data-name]").forEach((button) => { button.hidden = !button.textContent.toLowerCase().includes(term); });
  });
  on("click", "[data-name]", (event, button) => {
    const field = button.closest("form").querySelector("textarea[data-people]");
    const before = field.value.slice(0, field.selectionStart).replace(/@\S*$/, "");
    const after = field.value.slice(field.selectionStart);
    field.value = before + "@" + button.dataset.name + " " + after;
    field.focus();
    button.parentElement.hidden = true;
  });

  /* What a choice asks for is shown with it, and only then sent. */
  document.addEventListener("change", (event) => {
    if (!event.target.matches("select[data-chooses]")) return;
    event.target.form.querySelectorAll("[data-chosen]").forEach((part) => {
      part.hidden = part.disabled = part.dataset.chosen !== event.target.value;
    });
  });

  /* What is larger than its place is moved by the keyboard, too: such a place is reached with Tab and has a name. */
  const reach = (target) => {
    const large = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
    if (!large || target.querySelector("a[href], button, input, select, textarea, summary, [tabindex]")) {
      if (target.dataset.reached) { target.removeAttribute("tabindex"); target.removeAttribute("role"); }
      return;
    }
    target.dataset.reached = "1";
    target.tabIndex = 0;
    target.setAttribute("role", "group");
    target.setAttribute("aria-label", document.querySelector("h1")?.textContent.trim() || document.title);
  };
  const MOVED = ".w-scroll, .w-trace, .overflow-x-auto";
  const reached = new ResizeObserver((seen) => seen.forEach(({ target }) => reach(target.closest(MOVED))));
  document.querySelectorAll(MOVED).forEach((place) => {
    reach(place);
    /* Its content grows without it: a table does when its letters come. */
    [place, ...place.children].forEach((part) => reached.observe(part));
  });

  /* A board refreshes itself and says so; a hidden one waits. */
  const fresh = document.querySelector("[data-refresh]");
  if (fresh) setInterval(() => { if (!document.hidden) location.reload(); }, Number(fresh.dataset.refresh) * 1000);
})();
