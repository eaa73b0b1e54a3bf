/* The masters' forms: fields that Select2 draws are named as their label names them. */
document.addEventListener("DOMContentLoaded", () => {
  const name = (select) => {
    const drawn = select.nextElementSibling;
    const label = select.labels?.[0]?.textContent.trim() || select.getAttribute("aria-label");
    if (!label || !drawn?.classList.contains("select2")) return;
    for (const part of drawn.querySelectorAll(".select2-selection, .select2-selection__rendered, .select2-search__field"))
      part.setAttribute("aria-label", label);
  };
  const all = () => document.querySelectorAll("select.select2-hidden-accessible").forEach(name);
  all();
  new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
});
