/* The entry page of bills, receipts and payments: parties found while typing, the running total of the lines. */
(function () {
  "use strict";
  const form = document.querySelector("[data-items-entry]");
  if (!form) return;
  // Amounts are cents in whole numbers: no figure here is ever a float.
  function cents(text) {
    const match = /^(-?)(\d*)(?:\.(\d{0,2}))?$/.exec(text.replace(/[,，¥\s]/g, ""));
    if (!match || (!match[2] && !match[3])) return 0n;
    const value = BigInt(match[2] || "0") * 100n + BigInt((match[3] || "").padEnd(2, "0"));
    return match[1] ? -value : value;
  }
  function shown(value) {
    const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
    return (value < 0n ? "-" : "") + digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",") + "." + digits.slice(-2);
  }
  const total = form.querySelector("[data-total]");
  function count() {
    const cells = [...form.querySelectorAll("[data-line] [data-cell=amount], [data-line] [data-cell=tax]")];
    if (total) total.textContent = shown(cells.reduce((sum, cell) => sum + cents(cell.value), 0n));
  }
  let waiting = 0;
  const party = form.querySelector("[data-party]");
  async function find() {
    const term = party.value.trim();
    if (!term) return;
    const answer = await fetch(`${form.dataset.find}?what=party&q=${encodeURIComponent(term)}`);
    if (!answer.ok || party.value.trim() !== term) return;
    document.getElementById("found-party").replaceChildren(...(await answer.json()).found.map((row) =>
      Object.assign(document.createElement("option"), { value: row.code, label: `${row.code} ${row.name}` })));
  }
  form.addEventListener("input", (event) => {
    if (event.target === party) { clearTimeout(waiting); waiting = setTimeout(find, 200); }
    if (event.target.dataset.cell) count();
  });
  // What a receipt or payment pays depends on the party: the page is asked for again with its items.
  party.addEventListener("change", () => {
    if (form.dataset.items && party.value.trim()) location.search = `?party=${encodeURIComponent(party.value.trim().split(" ")[0])}`;
  });
  count();
})();
