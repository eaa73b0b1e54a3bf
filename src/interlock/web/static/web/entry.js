/* The entry page of a voucher: running sums, the account's name and what it asks for, parties and items found while typing. */
(function () {
  "use strict";
  const form = document.querySelector("[data-entry]");
  if (!form) return;
  const accounts = new Map([...document.querySelectorAll("#accounts option")].map((option) =>
    [option.value, { name: option.label, required: (option.dataset.required || "").split(" ").filter(Boolean) }]));
  const lines = () => [...form.querySelectorAll("[data-line]")];
  const cell = (line, name) => line.querySelector(`[data-cell=${name}]`);
  // Amounts are cents in whole numbers: no figure here is ever a float.
  function cents(text) {
    const clean = text.replace(/[,，¥\s]/g, "");
    const match = /^(-?)(\d*)(?:\.(\d{0,2}))?$/.exec(clean);
    if (!clean || !match || (!match[2] && !match[3])) return 0n;
    const value = BigInt(match[2] || "0") * 100n + BigInt((match[3] || "").padEnd(2, "0"));
    return match[1] ? -value : value;
  }
  function shown(value) {
    const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
    return (value < 0n ? "-" : "") + digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",") + "." + digits.slice(-2);
  }
  const sum = (name, but) => lines().reduce((total, line) => total + (cell(line, name) === but ? 0n : cents(cell(line, name).value)), 0n);
  function count() {
    const debit = sum("debit"), credit = sum("credit"), difference = debit - credit;
    form.querySelector("[data-debit]").textContent = shown(debit);
    form.querySelector("[data-credit]").textContent = shown(credit);
    const holder = form.querySelector("[data-difference]");
    holder.textContent = shown(difference);
    holder.closest("[data-agrees]").dataset.agrees = difference !== 0n ? "no" : debit !== 0n ? "yes" : "";
  }
  function describe(line) {
    const account = accounts.get(cell(line, "account").value.trim().split(" ")[0]);
    line.querySelector("[data-name]").textContent = account ? account.name.replace(/^\S+ /, "") : "";
    const asks = account ? account.required : [];
    line.querySelectorAll("[data-cell]").forEach((field) => {
      const name = field.dataset.cell;
      const asked = asks.includes(name) || (name === "unit" && (asks.includes("shop") || asks.includes("department")));
      field.toggleAttribute("data-asked", asked);
      if (asked) field.setAttribute("aria-required", "true"); else field.removeAttribute("aria-required");
    });
  }
  function addLine() {
    const row = lines()[0].cloneNode(true);
    row.querySelectorAll("[data-cell]").forEach((field) => { field.value = ""; });
    form.querySelector("[data-lines]").append(row);
    describe(row);
    return row;
  }
  let waiting = 0;
  async function find(field) {
    const what = field.dataset.cell, term = field.value.trim();
    const list = document.getElementById(`found-${what}`);
    if (term.length < 1) return;
    const answer = await fetch(`${form.dataset.find}?what=${what}&q=${encodeURIComponent(term)}`);
    if (!answer.ok || field.value.trim() !== term) return;
    list.replaceChildren(...(await answer.json()).found.map((row) =>
      Object.assign(document.createElement("option"), { value: row.code, label: `${row.code} ${row.name}` })));
  }
  form.addEventListener("input", (event) => {
    const field = event.target;
    if (field.dataset.cell === "account") describe(field.closest("[data-line]"));
    if (field.dataset.cell === "debit" || field.dataset.cell === "credit") count();
    if (field.dataset.cell === "party" || field.dataset.cell === "item") { clearTimeout(waiting); waiting = setTimeout(() => find(field), 200); }
  });
  // An account typed by a part of its name becomes its code when one account only has it.
  form.addEventListener("change", (event) => {
    const field = event.target;
    if (field.dataset.cell !== "account" || !field.value.trim() || accounts.has(field.value.trim().split(" ")[0])) return;
    const term = field.value.trim().toLowerCase();
    const fitting = [...accounts].filter(([, account]) => account.name.toLowerCase().includes(term));
    if (fitting.length === 1) { field.value = fitting[0][0]; describe(field.closest("[data-line]")); }
  });
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!field.dataset.cell) return;
    const name = field.dataset.cell, line = field.closest("[data-line]");
    if (event.key === "=" && (name === "debit" || name === "credit")) {
      event.preventDefault();
      const other = name === "debit" ? "credit" : "debit";
      const open = sum(other) - sum(name, field);
      field.value = open > 0n ? shown(open).replace(/,/g, "") : "";
      cell(line, other).value = "";
      count();
    }
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const fields = [...line.querySelectorAll("[data-cell]")];
      const next = fields[fields.indexOf(field) + 1];
      if (next) { next.focus(); if (next.select) next.select(); return; }
      cell(line.nextElementSibling || addLine(), "account").focus();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && event.altKey) {
      const to = event.key === "ArrowDown" ? line.nextElementSibling : line.previousElementSibling;
      if (to) { event.preventDefault(); cell(to, name).focus(); }
    }
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-drop-line]");
    if (!button) return;
    if (lines().length > 1) button.closest("[data-line]").remove();
    else lines()[0].querySelectorAll("[data-cell]").forEach((field) => { field.value = ""; });
    count();
  });
  document.addEventListener("paste", () => setTimeout(() => { lines().forEach(describe); count(); }));
  lines().forEach(describe);
  count();
})();
