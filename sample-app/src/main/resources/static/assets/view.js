// Writes a snapshot into the page. What has not changed is not touched, so that focus and readers stay where they are.
const byId = (id) => document.getElementById(id);
const number = new Intl.NumberFormat("en");
const money = new Intl.NumberFormat("en", { style: "currency", currency: "USD", minimumFractionDigits: 4 });

const STATES = {
  ABSENT: "none",
  IN_PROGRESS: "in progress",
  ANSWERED: "recorded",
  UNKNOWN: "unknown",
  STORE_DOWN: "store is silent",
};

const VERDICTS = [[/^ok: /, "The promise held: "], [/^FAILED: /, "The promise did not hold: "]];

export function show(snapshot) {
  totals(snapshot.totals);
  broken(snapshot.model.failures);
  waiting(snapshot);
  records(snapshot.records);
  drill(snapshot.drill);
}

export function text(element, value) {
  if (element.textContent !== value) {
    element.textContent = value;
  }
}

export function dollars(value) {
  return money.format(value);
}

function totals(sums) {
  text(byId("requests"), number.format(sums.requests));
  text(byId("failed"), sums.failed > 0 ? `${number.format(sums.failed)} failed` : "");
  text(byId("calls"), number.format(sums.calls));
  text(byId("ratio"), sums.calls > 0 ? `one for ${(sums.requests / sums.calls).toFixed(1)} requests` : "");
  text(byId("tokens-saved"), number.format(sums.tokensSaved));
  text(byId("tokens-paid"), `${number.format(sums.tokensPaid)} paid`);
  text(byId("money-saved"), money.format(sums.saved));
  text(byId("money-paid"), `${money.format(sums.paid)} paid`);
}

function broken(failures) {
  const note = byId("broken");
  note.hidden = failures === 0;
  text(note, failures === 1 ? "The next call of the model fails." : `The next ${failures} calls of the model fail.`);
}

function waiting({ waiting: groups, model }) {
  const list = byId("waiting");
  while (list.children.length > groups.length) {
    list.lastElementChild.remove();
  }
  groups.forEach((group, index) => {
    const item = list.children[index] ?? list.appendChild(waitingItem());
    const [label, time, progress] = item.children;
    text(label, `${group.callers === 1 ? "1 caller waits" : `${group.callers} callers wait for one answer`}: ${group.prompt}`);
    text(time, `${(group.millis / 1000).toFixed(1)} s`);
    progress.setAttribute("aria-label", `Waiting: ${group.prompt}`);
    if (model.latencyMillis > 0 && group.millis < model.latencyMillis) {
      progress.max = model.latencyMillis;
      progress.value = group.millis;
    } else {
      progress.removeAttribute("value");
    }
  });
}

function waitingItem() {
  const item = document.createElement("li");
  const label = document.createElement("span");
  label.className = "clip";
  item.append(label, document.createElement("span"), document.createElement("progress"));
  return item;
}

function records(entries) {
  const body = byId("records").tBodies[0];
  const rows = new Map([...body.rows].map((row) => [row.dataset.key, row]));
  entries.forEach((entry, index) => {
    const row = rows.get(entry.key) ?? recordRow(entry);
    rows.delete(entry.key);
    if (body.rows[index] !== row) {
      body.insertBefore(row, body.rows[index] ?? null);
    }
    row.dataset.state = entry.state;
    text(row.cells[1], STATES[entry.state]);
    text(row.cells[2], entry.age == null ? "" : span(entry.age));
    text(row.cells[3], entry.rest == null ? "" : span(entry.rest));
  });
  rows.forEach((row) => row.remove());
}

function recordRow(entry) {
  const row = document.createElement("tr");
  row.dataset.key = entry.key;
  row.setAttribute("role", "row");
  ["prompt", "state", "number age", "number rest", ""].forEach((name) => {
    const cell = row.insertCell();
    cell.className = name;
    cell.setAttribute("role", "cell");
  });
  row.cells[0].textContent = entry.prompt;
  const evict = document.createElement("button");
  evict.type = "button";
  evict.textContent = "Evict";
  evict.dataset.key = entry.key;
  evict.setAttribute("aria-label", `Evict: ${entry.prompt}`);
  row.cells[4].append(evict);
  return row;
}

function span(seconds) {
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function drill({ running, steps }) {
  byId("drill-hint").hidden = steps.length > 0;
  byId("drill-progress").hidden = !running;
  byId("kill").setAttribute("aria-disabled", String(running));
  const list = byId("drill-steps");
  if (list.children.length > steps.length) {
    list.replaceChildren();
  }
  steps.slice(list.children.length).forEach((step) => {
    const item = list.appendChild(document.createElement("li"));
    item.textContent = VERDICTS.reduce((text, [mark, words]) => text.replace(mark, words), step);
  });
  [...list.children].forEach((item, index) => item.classList.toggle("verdict", !running && index === steps.length - 1));
}
