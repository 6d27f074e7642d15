// The three charts, drawn from snapshots: at most the last minute, and the last answers.
import { dollars, text } from "./view.js";

const SHORTEST = 15;
const LONGEST = 60;
const byId = (id) => document.getElementById(id);
const number = new Intl.NumberFormat("en");
const span = (millis) => (millis < 1000 ? `${millis} ms` : `${(millis / 1000).toFixed(1)} s`);
const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const KINDS = [
  { kind: "RAN", label: "asked the model", color: "--accent" },
  { kind: "REPLAYED", label: "replayed", color: "--neutral" },
  { kind: "BYPASSED", label: "bypassed", color: "--soft" },
  { kind: "FAILED", label: "failed", color: "--text" },
];

export class Charts {
  #points = [];
  #answers = [];
  #unit = "tokens";
  #charts = [];
  #began = performance.now() / 1000;

  constructor() {
    this.#build();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#build());
  }

  unit(name) {
    this.#unit = name;
    this.#build();
  }

  add({ totals, answers }) {
    const now = performance.now() / 1000;
    this.#points.push({ now, ...totals });
    while (this.#points.length > 2 && this.#points[1].now < now - LONGEST) {
      this.#points.shift();
    }
    this.#answers = [...answers].sort((one, other) => one.number - other.number);
    this.#draw();
  }

  #build() {
    this.#charts.forEach((chart) => chart.destroy());
    this.#charts = [
      line("chart-calls", [
        series("Requests", "requests", "--neutral", "--neutral"),
        series("Calls of the model", "calls", "--accent", "--accent"),
      ], { y: { ticks: { precision: 0 } } }),
      line("chart-cost", this.#unit === "tokens"
        ? [area("Paid", "tokensPaid", "--accent"), area("Saved", "tokensSaved", "--soft")]
        : [area("Paid", "paid", "--accent"), area("Saved", "saved", "--soft")],
      { y: { stacked: true, ticks: { callback: (value) => (this.#unit === "tokens" ? number.format(value) : dollars(value)) } } }),
      bars("chart-waits"),
    ];
    this.#draw();
  }

  #draw() {
    const [calls, cost, waits] = this.#charts;
    const now = this.#points.at(-1)?.now ?? this.#began;
    const width = Math.min(LONGEST, Math.max(SHORTEST, now - this.#began));
    [calls, cost].forEach((chart) => {
      chart.options.scales.x.min = -width;
      chart.data.datasets.forEach((set) => {
        set.data = this.#points.map((point) => ({ x: Math.max(point.now - now, -width), y: Number(point[set.figure]) }));
      });
      chart.update("none");
    });
    waits.data.labels = this.#answers.map((answer) => answer.number);
    waits.data.datasets.forEach((set) => {
      set.data = this.#answers.map((answer) => (answer.kind === set.figure ? answer.millis / 1000 : null));
    });
    waits.update("none");
    this.#say();
  }

  #say() {
    const last = this.#points.at(-1);
    if (!last) {
      return;
    }
    text(byId("chart-calls-text"), `${number.format(last.requests)} requests, ${number.format(last.calls)} calls of the model.`);
    text(byId("chart-cost-text"), `Paid ${number.format(last.tokensPaid)} tokens, ${dollars(last.paid)}. `
      + `Saved ${number.format(last.tokensSaved)} tokens, ${dollars(last.saved)}.`);
    text(byId("chart-waits-text"), this.#waits());
  }

  #waits() {
    const parts = KINDS.flatMap(({ kind, label }) => {
      const times = this.#answers.filter((answer) => answer.kind === kind).map((answer) => answer.millis);
      return times.length === 0 ? [] : [`${times.length} ${label}, in up to ${span(Math.max(...times))}`];
    });
    return parts.length === 0 ? "No request has been answered yet." : `Of the last ${this.#answers.length}: ${parts.join("; ")}.`;
  }
}

const series = (label, figure, stroke, fill) => ({ label, figure, stepped: "before", borderColor: color(stroke), backgroundColor: color(fill), borderWidth: 2, pointRadius: 0 });
const area = (label, figure, fill) => ({ ...series(label, figure, fill, fill), fill: true, borderWidth: 0 });

function line(id, datasets, scales) {
  const label = (value) => (value === 0 ? "now" : `${Math.abs(value)} s`);
  const relative = { max: 0, ticks: { stepSize: 5, includeBounds: false, maxRotation: 0, callback: label } };
  return chart(id, "line", datasets, { x: { type: "linear", ...relative }, ...scales });
}

function bars(id) {
  const datasets = KINDS.map(({ kind, label, color: name }) => ({
    label, figure: kind, backgroundColor: color(name), stack: "all", maxBarThickness: 14, minBarLength: 3, borderRadius: 2,
  }));
  const x = { stacked: true, title: { display: true, text: "request", color: color("--muted") }, ticks: { maxRotation: 0, autoSkipPadding: 16 } };
  return chart(id, "bar", datasets, { x, y: { stacked: true, ticks: { callback: (value) => `${value} s`, maxTicksLimit: 5 } } });
}

function chart(id, type, datasets, scales) {
  const styled = (axis, lines) => ({
    beginAtZero: true, ...axis,
    border: { display: false },
    grid: { display: lines, color: color("--line") },
    ticks: { color: color("--muted"), maxTicksLimit: 6, ...axis.ticks },
  });
  return new Chart(byId(id), {
    type,
    data: { datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      font: { family: getComputedStyle(document.body).fontFamily },
      scales: { x: styled(scales.x, false), y: styled(scales.y, true) },
      plugins: { legend: { position: "bottom", align: "start", labels: { color: color("--muted"), boxWidth: 12, boxHeight: 12 } } },
    },
  });
}
