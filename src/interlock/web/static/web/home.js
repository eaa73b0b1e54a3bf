/* The start page's charts: bars in the theme's colours, drawn again when the theme changes; nothing moves. */
(function () {
  "use strict";
  if (!window.Chart) return;
  const root = document.documentElement;
  const drawn = new Map();
  function draw(canvas) {
    const given = JSON.parse(document.getElementById(canvas.dataset.chart).textContent);
    const dark = root.classList.contains("dark");
    const text = dark ? "#d1d5db" : "#374151", line = dark ? "#374151" : "#e5e7eb";
    const colours = dark ? ["#60a5fa", "#fbbf24"] : ["#2563eb", "#b45309"];
    const family = getComputedStyle(document.body).fontFamily;
    const pieces = given.series[0].values.every(Number.isInteger);
    const value = { beginAtZero: true, ticks: { color: text, maxTicksLimit: 6, ...(pieces && { precision: 0 }) }, grid: { color: line } };
    const label = { ticks: { color: text, autoSkip: !given.lying, maxRotation: 0 }, grid: { display: false } };
    const scales = given.lying ? { x: value, y: label } : { x: label, y: value };
    if (given.series.length > 1 && !given.lying) scales.y2 = { ...value, position: "right", grid: { display: false } };
    const own = canvas.dataset.chart === "chart-orders";
    if (!own) delete scales.y2;
    if (drawn.has(canvas)) drawn.get(canvas).destroy();
    drawn.set(canvas, new window.Chart(canvas, {
      data: {
        labels: given.labels,
        datasets: given.series.map((series, at) => ({
          type: own && at ? "line" : "bar", label: series.label, data: series.values, yAxisID: given.lying ? "y" : own && at ? "y2" : "y",
          backgroundColor: colours[at], borderColor: colours[at], borderWidth: own && at ? 2 : 0, pointRadius: 0,
        })),
      },
      options: {
        maintainAspectRatio: false, animation: false, indexAxis: given.lying ? "y" : "x",
        interaction: { mode: "index", intersect: false, axis: given.lying ? "y" : "x" },
        plugins: { legend: { display: given.series.length > 1, labels: { color: text, font: { family, size: 13 } } } },
        scales,
      },
    }));
  }
  const canvases = [...document.querySelectorAll("canvas[data-chart]")];
  canvases.forEach(draw);
  let dark = root.classList.contains("dark");
  new MutationObserver(() => {
    if (dark !== root.classList.contains("dark")) { dark = !dark; canvases.forEach(draw); }
  }).observe(root, { attributeFilter: ["class"] });
})();
