/* Before the first paint, so that a dark page never flashes. */
(function () {
  let theme = "auto";
  try { theme = JSON.parse(localStorage.getItem("adminTheme")) || "auto"; } catch { theme = "auto"; }
  const dark = theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.add(dark ? "dark" : "light");
})();
