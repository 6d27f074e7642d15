// The page: buttons in, snapshots out.
import { Charts } from "./charts.js";
import { show } from "./view.js";
import { Tally } from "./tally.js";

const CROWD = 50;
const FAILURES = 3;
const SILENCE = 4000;

const byId = (id) => document.getElementById(id);
const json = { "Content-Type": "application/json" };
const charts = new Charts();
const tally = new Tally((text) => { byId("said").textContent = text; });

let heard = 0;

function newPrompt() {
  const customer = 1000 + Math.floor(Math.random() * 9000);
  byId("prompt").value = `Summarise the file of customer ${customer} in three sentences.`;
}

function prompt(temperature) {
  const content = byId("prompt").value;
  return { model: "claude-sonnet-4-6", maxTokens: 256, temperature, messages: [{ role: "user", content }] };
}

const latency = () => Number(byId("latency").value);

function change(failures) {
  return fetch("page/model", { method: "PUT", headers: json, body: JSON.stringify({ latencyMillis: latency(), failures }) });
}

async function post(temperature) {
  const response = await fetch("api/messages", { method: "POST", headers: json, body: JSON.stringify(prompt(temperature)) });
  const body = await response.json();
  return response.ok ? { answers: [body.id] } : { failures: [`${response.status}: ${body.detail}`] };
}

async function crowd() {
  const body = JSON.stringify({ prompt: prompt(), copies: CROWD });
  const response = await fetch("page/crowd", { method: "POST", headers: json, body });
  const outcome = await response.json();
  return response.ok ? { answers: outcome.ids, failures: outcome.failures } : { failures: [outcome.detail] };
}

// Buttons stay usable while calls are under way: pressing twice is what they are for.
function on(id, action) {
  byId(id).addEventListener("click", () => {
    if (byId(id).getAttribute("aria-disabled") !== "true") {
      action();
    }
  });
}

on("once", () => tally.count(1, post()));
on("twice", () => { tally.count(1, post()); tally.count(1, post()); });
on("fifty", () => tally.count(CROWD, crowd()));
on("bypass", () => tally.count(1, post(0.7)));
on("another", () => { newPrompt(); byId("prompt").focus(); });
on("break", async () => {
  await change(FAILURES);
  byId("said").textContent = `The next ${FAILURES} calls of the model will fail.`;
});
on("kill", async () => {
  const response = await fetch("page/drill", { method: "POST", headers: json, body: "{}" });
  byId("said").textContent = response.ok ? "Two gateways start; one of them will be killed." : "A drill is under way already.";
});
byId("latency").addEventListener("change", () => change(0));
byId("records").addEventListener("click", async (event) => {
  const key = event.target.dataset.key;
  if (key) {
    const response = await fetch(`page/records/${encodeURIComponent(key)}`, { method: "DELETE" });
    const { evicted, detail } = await response.json();
    const known = evicted ? "The record is gone. The next call asks the model." : "There was nothing to evict.";
    byId("said").textContent = response.ok ? known : `Not evicted: ${detail}`;
  }
});
document.querySelectorAll("[name=unit]").forEach((radio) =>
  radio.addEventListener("change", () => charts.unit(radio.value)));

function connection(state, text) {
  const shown = byId("connection");
  if (shown.dataset.state !== state) {
    shown.dataset.state = state;
    shown.textContent = text;
  }
}

function listen() {
  const events = new EventSource("page/events");
  events.onmessage = (message) => {
    const snapshot = JSON.parse(message.data);
    heard = Date.now();
    connection("live", "Live");
    show(snapshot);
    charts.add(snapshot);
  };
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) {
      connection("refused", "Not connected");
      byId("said").textContent = "This gateway does not call the simulator, and the page plays with nothing else.";
    }
  };
}

setInterval(() => {
  if (heard > 0 && Date.now() - heard > SILENCE) {
    connection("lost", "Connection lost");
  }
}, 1000);

newPrompt();
change(0).catch(() => {}).finally(listen);
