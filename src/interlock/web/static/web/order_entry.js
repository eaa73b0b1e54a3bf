/* The sheet on which an order is entered: keys, search while typing, paste, and saving what changed.
   It adds nothing up: every figure shown was made by the server. */
(function () {
  "use strict";
  const form = document.querySelector("[data-order-entry]");
  if (!form) return;
  const body = form.querySelector("[data-order-lines]");
  const pattern = form.querySelector("[data-order-line]").content.firstElementChild;
  const status = document.querySelector("[data-status]");
  const report = form.querySelector("[data-report]");
  const list = document.getElementById("w-finds");
  const shop = form.querySelector("#shop"), customer = form.querySelector("#customer");
  const writes = !form.querySelector("fieldset").disabled;
  const FIELDS = ["item", "quantity", "unit", "price", "discount"];
  const rows = new Map();  // ordinal → row
  const dirty = new Set(), removed = new Set();
  let next = 1, headDirty = false, everything = false, running = null, timer = 0, key = crypto.randomUUID();
  let pasted = null, submitting = false;

  const field = (row, name) => row.cells_[name];
  const place = (row) => [...body.children].indexOf(row) + 1;
  const filled = (row) => FIELDS.some((name) => field(row, name).value.trim());

  // Many rows are put into the page at once.
  let batch = null;
  function together(work) {
    batch = document.createDocumentFragment();
    try { work(); } finally { const made = batch; batch = null; body.append(made); }
  }
  function add(ordinal, typed) {
    const row = pattern.cloneNode(true);
    row.ordinal_ = ordinal;
    row.cells_ = Object.fromEntries([...row.querySelectorAll("[data-field]")].map((one) => [one.dataset.field, one]));
    row.shows_ = Object.fromEntries([...row.querySelectorAll("[data-show]")].map((one) => [one.dataset.show, one]));
    if (typed) FIELDS.forEach((name) => { row.cells_[name].value = typed[name] || ""; });
    row.firstElementChild.textContent = String(rows.size + 1);
    rows.set(ordinal, row);
    next = Math.max(next, ordinal + 1);
    (batch || body).append(row);
    return row;
  }
  const fresh = () => (rows.size < Number(form.dataset.most) ? add(next) : null);
  function renumber() { [...body.children].forEach((row, at) => { row.firstElementChild.textContent = String(at + 1); }); }

  /* What the server answered is shown; what is being typed meanwhile is left alone. */
  function show(answer) {
    answer.lines.forEach((line) => {
      const row = rows.get(line.ordinal) || (body.dataset.ready ? null : add(line.ordinal, line.typed));
      if (!row) return;
      ["name", "base", "price_from", "tax", "tax_from", "amount"].forEach((name) => {
        row.shows_[name].textContent = (name === "name" && line.code && line.code !== line.typed.item ? line.code + " " : "") + (line[name] || "");
      });
      field(row, "unit").placeholder = line.unit || pattern.querySelector("[data-field=unit]").placeholder;
      field(row, "unit").title = line.units || "";
      field(row, "price").placeholder = line.price || pattern.querySelector("[data-field=price]").placeholder;
      row.querySelector("[data-marks]").textContent = (line.marks || []).map((mark) => "▲ " + mark).join(" ");
    });
    body.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
    body.querySelectorAll("[data-faults]:not(:empty)").forEach((one) => { one.textContent = ""; });
    answer.faults.forEach((fault) => {
      const row = rows.get(fault.ordinal);
      if (!row || !filled(row)) return;
      const cell = field(row, { unit_price: "price" }[fault.field] || fault.field);
      // A quantity nobody has come to yet is no fault.
      if (cell && !cell.value.trim() && row.contains(document.activeElement)) return;
      if (cell) cell.setAttribute("aria-invalid", "true");
      row.querySelector("[data-faults]").append("✕ " + fault.why + " ");
    });
    form.querySelectorAll("[data-sum]").forEach((one) => { one.textContent = String(answer[one.dataset.sum]); });
  }
  function tellPasted(answer) {
    if (!pasted) return;
    const { ordinals, lost } = pasted;
    pasted = null;
    const wrong = answer.faults.filter((fault) => ordinals.has(fault.ordinal) && rows.has(fault.ordinal));
    const places = new Set(wrong.map((fault) => fault.ordinal));
    const text = report.querySelector("span");
    text.replaceChildren(`${form.dataset.pasted} ${ordinals.size}. `);
    if (places.size) text.append(`${form.dataset.wrong} ${places.size}. `);
    wrong.slice(0, 20).forEach((fault) => {
      const row = rows.get(fault.ordinal);
      const link = Object.assign(document.createElement("a"), { href: "#", textContent: `${form.dataset.lineWord} ${place(row)} “${field(row, "item").value}”` });
      link.addEventListener("click", (event) => { event.preventDefault(); field(row, "item").focus(); });
      text.append(link, `: ${fault.why} `);
    });
    if (lost.length) text.append(`${form.dataset.lost} ${lost.slice(0, 20).join(", ")}`);
    report.dataset.tone = places.size || lost.length ? "warn" : "good";
    report.hidden = false;
  }

  /* Saving: one request at a time, of what changed since the last one. */
  function head() {
    const given = Object.fromEntries([...form.querySelectorAll("[name]")].filter((one) => one.name !== "csrfmiddlewaretoken").map((one) => [one.name, one.value]));
    given.customer = customer.dataset.code || "";
    return given;
  }
  function soon(wait) { if (writes) { clearTimeout(timer); timer = setTimeout(save, wait); } }
  async function save() {
    clearTimeout(timer);
    if (running) return running;
    if (!dirty.size && !removed.size && !headDirty) return true;
    running = send();
    const good = await running;
    running = null;
    if (good && (dirty.size || removed.size || headDirty)) soon(100);
    return good;
  }
  async function send() {
    const lines = [...dirty].filter((ordinal) => rows.has(ordinal)).map((ordinal) => {
      const row = rows.get(ordinal);
      return { ordinal, ...Object.fromEntries(FIELDS.map((name) => [name, field(row, name).value.trim()])) };
    });
    const gone = [...removed], all = everything;
    const told = pasted && lines.some((line) => pasted.ordinals.has(line.ordinal));
    const call = { key, draft: form.dataset.draft, version: form.dataset.version, head: head(), lines, removed: gone, all };
    dirty.clear(); removed.clear(); headDirty = false; everything = false;
    status.textContent = form.dataset.saving;
    const undo = () => { lines.forEach((line) => dirty.add(line.ordinal)); gone.forEach((one) => removed.add(one)); headDirty = true; everything = everything || all; };
    let response, answer;
    try {
      response = await fetch(form.dataset.save, { method: "POST", body: JSON.stringify(call),
        headers: { "Content-Type": "application/json", "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value } });
      answer = await response.json();
    } catch {
      undo();
      status.textContent = form.dataset.unsaved;
      soon(4000);
      return false;
    }
    key = crypto.randomUUID();
    if (!response.ok) {
      undo();
      status.textContent = `${form.dataset.failed}: ${answer.why}`;
      return false;
    }
    if (!form.dataset.draft) {
      history.replaceState(null, "", answer.url);
      document.querySelector("[data-number]").textContent = answer.number;
      document.querySelectorAll("[data-discard] [name=id], [data-hand-in] [name=id]").forEach((one) => { one.value = answer.draft; });
      document.querySelector("[data-discard]").hidden = false;
    }
    form.dataset.draft = answer.draft;
    form.dataset.version = answer.version;
    show(answer);
    if (told) tellPasted(answer);
    status.textContent = `${form.dataset.saved} ${answer.saved}`;
    return true;
  }
  function touch(row) { dirty.add(row.ordinal_); soon(500); }

  /* Search while typing: the list belongs to the field it stands under. */
  let finding = null, found = [], chosen = 0, foundFor = "", asked = 0;
  function close() { list.hidden = true; found = []; foundFor = ""; if (finding) finding.setAttribute("aria-expanded", "false"); }
  function draw() {
    list.replaceChildren(...found.map((one, at) => {
      const item = Object.assign(document.createElement("li"), { id: `w-find-${at}`, role: "option" });
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(at === chosen));
      const code = document.createElement("b"), hint = document.createElement("span");
      code.textContent = one.code;
      hint.textContent = one.hint;
      hint.className = "w-why";
      item.append(code, ` ${one.name} `, hint);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); chosen = at; take(finding); });
      return item;
    }));
    const box = finding.getBoundingClientRect(), home = form.getBoundingClientRect();
    list.hidden = !found.length;
    list.style.left = `${Math.max(0, Math.min(box.left - home.left, home.width - list.offsetWidth))}px`;
    list.style.top = `${box.bottom - home.top + 2}px`;
    finding.setAttribute("aria-expanded", String(found.length > 0));
    if (found.length) finding.setAttribute("aria-activedescendant", `w-find-${chosen}`);
  }
  async function look(input) {
    const term = input.value.trim(), turn = ++asked;
    if (!term) { close(); return; }
    const where = form.dataset[input.dataset.find];
    let answer = { found: [] };
    try {
      const response = await fetch(`${where}?shop=${shop.selectedOptions[0].dataset.id}&q=${encodeURIComponent(term)}`);
      if (response.ok) answer = await response.json();
    } catch { /* without a connection nothing is found; a code typed in full is enough */ }
    if (turn !== asked || input.value.trim() !== term) return;
    finding = input; found = answer.found; foundFor = term; chosen = 0;
    if (document.activeElement === input) draw();
  }
  function take(input) {
    const one = found[chosen];
    if (!one) return;
    if (input === customer) {
      const before = customer.address_ || {};
      customer.value = one.name;
      customer.dataset.code = one.code;
      customer.removeAttribute("aria-invalid");
      customer.address_ = one.address;
      Object.entries(one.address).forEach(([name, text]) => {
        const holder = form.querySelector(`[name=${name}]`);
        if (!holder.value || holder.value === before[name]) holder.value = text;
      });
      headDirty = true;
      soon(300);
    } else {
      input.value = one.code;
      touch(input.closest("tr"));
    }
    close();
  }
  let typing = 0;
  async function settle(input) {
    const term = input.value.trim();
    clearTimeout(typing);
    if (!term || (input === customer && customer.dataset.code)) return;
    if (foundFor !== term) await look(input);
    if (found.length && foundFor === term) take(input);
  }

  form.addEventListener("input", (event) => {
    const input = event.target, row = input.closest("tr");
    if (row) touch(row); else if (input !== customer) { headDirty = true; soon(600); }
    if (input === customer) { customer.dataset.code = ""; headDirty = true; soon(900); }
    if (input === shop) { everything = true; currency(); soon(50); }
    if (input.dataset.find) { clearTimeout(typing); typing = setTimeout(() => look(input), 150); }
  });
  form.addEventListener("focusout", (event) => {
    // A name that was typed and never chosen is nobody.
    if (event.target === customer) customer.toggleAttribute("aria-invalid", Boolean(customer.value.trim() && !customer.dataset.code));
    if (event.target.dataset.find) setTimeout(() => { if (finding === event.target && document.activeElement !== finding) close(); }, 150);
  });
  async function onward(input) {
    const row = input.closest("tr");
    if (input.dataset.find) {
      await settle(input);
      close();
      if (input.getAttribute("aria-invalid")) input.removeAttribute("aria-invalid");
    }
    if (!row) {
      const all = [...form.querySelectorAll(".w-grid input, .w-grid select")], to = all[all.indexOf(input) + 1];
      (to || field(body.firstElementChild || fresh(), "item")).focus();
      return;
    }
    const name = FIELDS[FIELDS.indexOf(input.dataset.field) + 1];
    if (name) { field(row, name).focus(); field(row, name).select(); return; }
    const to = row.nextElementSibling || fresh();
    if (to) { field(to, "item").focus(); to.scrollIntoView({ block: "nearest" }); }
    soon(50);
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    const input = event.target, row = input.closest("tr");
    if (input.tagName === "BUTTON") return;
    const open = !list.hidden && finding === input;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); document.querySelector("[data-hand-in]").requestSubmit(); return; }
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); onward(input); return; }
    if (event.key === "Escape" && open) { event.preventDefault(); close(); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (open) {
      event.preventDefault();
      chosen = (chosen + step + found.length) % found.length;
      draw();
    } else if (row) {
      const to = step > 0 ? row.nextElementSibling : row.previousElementSibling;
      if (to) { event.preventDefault(); field(to, input.dataset.field).focus(); }
    }
  });
  form.addEventListener("click", (event) => {
    if (event.target.closest("[data-new-line]")) { const row = fresh(); if (row) field(row, "item").focus(); }
    const button = event.target.closest("[data-drop]");
    if (!button) return;
    const row = button.closest("tr"), ordinal = row.ordinal_;
    const beside = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    rows.delete(ordinal);
    dirty.delete(ordinal);
    removed.add(ordinal);
    renumber();
    field(beside || fresh(), "item").focus();
    soon(50);
  });

  /* Pasted rows: code, quantity, price. The good ones stay, the others are named. */
  form.addEventListener("paste", (event) => {
    const cell = event.target.closest("[data-field]");
    const text = event.clipboardData && event.clipboardData.getData("text");
    if (!cell || !text || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const names = cell.dataset.field === "item" ? ["item", "quantity", "price", "discount"] : FIELDS.slice(FIELDS.indexOf(cell.dataset.field));
    let row = cell.closest("tr");
    const ordinals = new Set(), lost = [];
    together(() => text.trimEnd().split(/\r?\n/).forEach((line, at) => {
      if (!line.trim()) return;
      if (at > 0) row = (row && row.nextElementSibling) || fresh();
      if (!row) { lost.push(line.split("\t")[0].trim()); return; }
      line.split("\t").slice(0, names.length).forEach((value, column) => { field(row, names[column]).value = value.trim(); });
      dirty.add(row.ordinal_);
      ordinals.add(row.ordinal_);
    }));
    pasted = { ordinals, lost };
    close();
    const last = body.lastElementChild;
    if (filled(last)) fresh();
    field(body.lastElementChild, "item").focus();
    save();
  });

  /* Submitting waits until all is saved. */
  const hand = document.querySelector("[data-hand-in]");
  if (hand) hand.addEventListener("submit", async (event) => {
    if (submitting) return;
    event.preventDefault();
    const active = document.activeElement;
    if (active && active.dataset && active.dataset.find) { await settle(active); close(); }
    for (let turn = 0; turn < 20 && (running || dirty.size || removed.size || headDirty); turn += 1) {
      const good = await (running || save());
      if (!good) return;
    }
    if (!form.dataset.draft) { headDirty = true; if (!(await save())) return; }
    submitting = true;
    // Where nothing had to be waited for, this submit is still going on, and the browser ignores another inside of it.
    setTimeout(() => hand.requestSubmit());
  });
  window.addEventListener("pageshow", () => { submitting = false; });
  window.addEventListener("beforeunload", (event) => { if (!submitting && writes && (running || dirty.size)) event.preventDefault(); });

  function currency() { form.querySelector("[data-money]").textContent = shop.selectedOptions[0].dataset.currency; }
  async function open() {
    currency();
    if (form.dataset.lines) {
      const response = await fetch(form.dataset.lines);
      if (response.ok) {
        const answer = await response.json();
        together(() => show(answer));
        // Prices may have changed since it was saved: the sheet shows today's, so these are saved.
        if (writes && answer.amount !== form.dataset.amount) { headDirty = true; soon(50); }
      }
    }
    body.dataset.ready = "1";
    if (!writes) { form.querySelectorAll("fieldset input").forEach((one) => { one.tabIndex = -1; }); return; }
    fresh();
    (form.dataset.draft ? field(body.lastElementChild, "item") : customer).focus();
  }
  open();
})();
