/* The board's one chart: orders in by hour, the day against the day before, in the theme's colours. */
(function () {
  "use strict";
  const canvas = document.getElementById("board-chart");
  if (!canvas || !window.Chart) return;
  const series = JSON.parse(document.getElementById("board-series").textContent);
  const style = getComputedStyle(document.documentElement);
  const dark = document.documentElement.classList.contains("dark");
  const text = dark ? "#d1d5db" : "#374151", line = dark ? "#374151" : "#e5e7eb";
  const accent = dark ? "#60a5fa" : "#2563eb", warn = dark ? "#fbbf24" : "#b45309";
  new Chart(canvas, {
    data: {
      labels: series.hours,
      datasets: [
        { type: "line", label: canvas.dataset.before, data: series.before, borderColor: text, borderDash: [5, 4], borderWidth: 2, pointRadius: 0, tension: .25 },
        { type: "bar", label: canvas.dataset.held, data: series.held, backgroundColor: warn, stack: "in" },
        { type: "bar", label: canvas.dataset.today, data: series.today.map((all, hour) => all - series.held[hour]), backgroundColor: accent, stack: "in" },
      ],
    },
    options: {
      maintainAspectRatio: false, animation: false, interaction: { mode: "index", intersect: false },
      plugins: { legend: { labels: { color: text, font: { family: style.fontFamily, size: 13 } } } },
      scales: {
        x: { stacked: true, ticks: { color: text }, grid: { display: false } },
        y: { stacked: true, beginAtZero: true, ticks: { color: text, precision: 0 }, grid: { color: line } },
      },
    },
  });
})();
