// What the desk says beside the article: one claim with its facets, findings, relations and evidence, and the forms.
// Refuses markup: every text goes in as text. This file and desk.js are one module, this one first.

const KEYS = [
  ["j ↓", "next claim"], ["k ↑", "previous claim"], ["a", "accept"], ["r", "reject"], ["e", "edit facets"],
  ["n", "write a note"], ["v", "set a verdict"], ["w", "waive a finding"], ["u", "undo"], ["/", "filter"], ["?", "this help"],
  ["Esc", "close a form, back to the claim"], ["Ctrl Enter", "save a form"],
];
const SIGNS = { proposed: "", accepted: "✓", edited: "✎", rejected: "✗" };
const WORDS = { contradict: "Contradicts", tension: "In tension with", agree: "Said also by" };
const FACETS = {
  topic: "topic", kind: "kind", certainty: "certainty", worth: "worth checking", direction: "direction",
  population: "population", outcome: "outcome", condition: "condition",
};
const BEARING = ["supporting", "against", "nearest"];
const MOST_RECORDS = 40;
const PATIENCE = 20000;
const WATCH = 4000;

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const decided = (row) => row.review.status !== "proposed";
const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;


function headOf(row, number, total, topics) {
  const question = topics.find((topic) => topic.id === row.facets.topic)?.question;
  const { status, by, on, note, seconded } = row.review;
  const others = seconded?.length ? `, seconded by ${seconded.map((one) => one.by).join(", ")}` : "";
  const signed = status === "proposed" ? "undecided" : [SIGNS[status], status, by && `by ${by}`, on].filter(Boolean).join(" ") + others;
  return el("div", { class: "head" },
    el("h3", {}, `Claim ${number + 1} of ${total}`, el("span", { class: `chip ${status}` }, signed)),
    question ? el("p", { class: "question" }, question) : null,
    el("blockquote", {}, row.quote),
    note ? el("p", { class: "memo" }, el("b", {}, "Note: "), note) : null);
}

function facetsOf(row) {
  const shown = Object.entries(FACETS).map(([name, label]) => [label, row.facets[name]]);
  shown.push(["figures", row.figures.join(", ")], ["credits", row.credits]);
  return el("dl", { class: "facets" }, shown.filter(([, value]) => value).map(([label, value]) =>
    el("div", {}, el("dt", {}, label), el("dd", {}, String(value)))));
}

function sectionOf(title, items) {
  return items.length ? el("section", {}, el("h4", {}, title), items) : null;
}

function findingOf(finding) {
  const { waived } = finding;
  const until = waived?.until ? ` until ${waived.until}` : "";
  return el("div", { class: `finding ${waived ? "waived" : finding.severity}` },
    el("p", {}, el("span", { class: "severity" }, waived ? "waived" : finding.severity), " ",
      el("b", {}, finding.code), ` ${finding.name}`),
    el("p", { class: "why" }, finding.message),
    waived
      ? el("p", { class: "why" }, `Waived by ${waived.by}${waived.on ? ` on ${waived.on}` : ""}${until}: ${waived.reason}`)
      : el("button", { type: "button", "data-act": "waive", "data-code": finding.code, "aria-label": `Waive ${finding.code}` }, "Waive"));
}

function sideOf(side, row) {
  const sentence = (label, ...parts) => el("div", {}, el("p", { class: "where" }, label), el("p", {}, ...parts));
  const other = [side.before, el("mark", {}, side.quote), side.after];
  if (side.relation === "agree") return el("div", { class: "pair agree" }, sentence(side.article, ...other));
  return el("div", { class: `pair ${side.relation}` },
    el("p", { class: "why" }, el("b", {}, WORDS[side.relation]), ` (${side.kind}): ${side.why}`),
    el("div", { class: "sides" }, sentence("this article", el("mark", {}, row.quote)), sentence(side.article, ...other)));
}

function evidenceOf(each) {
  const signed = ["read by", each.by, each.on && `on ${each.on}`].filter(Boolean).join(" ");
  return el("div", { class: `verdict ${each.first ? "first" : "beside"}` },
    el("p", {}, el("b", {}, each.verdict), each.quote ? ` of “${each.quote}”` : "", `: ${each.why}`),
    each.downgraded ? el("p", { class: "why" }, each.downgraded) : null,
    el("p", { class: "where" }, each.first ? signed : `another reading, ${signed}: the first one stands`),
    el("ul", { class: "records" }, each.records.map((record) => el("li", {}, `${record.how}: ${record.title}`))));
}

function detailsOf(row, note) {
  if (!note) return row.review.status === "rejected" ? [] : [el("p", { class: "why" }, "Findings and relations are being worked out…")];
  const related = (name) => note.sides.filter((side) => side.relation === name).map((side) => sideOf(side, row));
  const known = [
    sectionOf("Findings", note.findings.map(findingOf)),
    sectionOf("Contradictions", related("contradict")),
    sectionOf("Tensions", related("tension")),
    sectionOf("Evidence", note.evidence.map(evidenceOf)),
    sectionOf("Said also by", related("agree")),
  ].filter(Boolean);
  return known.length ? known : [el("p", { class: "why" }, "No finding, relation or assessment at this claim.")];
}

// --- forms -----------------------------------------------------------------------------------------------------------
function field(label, control) {
  return el("label", {}, el("span", {}, label), control);
}

function chooser(name, options, value) {
  const made = el("select", { name }, options.map((option) =>
    el("option", { value: option ?? "", selected: option === value }, String(option ?? "none"))));
  return made;
}

function area(name, text, attributes = {}) {
  return el("textarea", { name, rows: 3, ...attributes }, text ?? "");
}

function formOf(title, label, ...fields) {
  return el("form", { "aria-label": title }, el("h4", {}, title), fields,
    el("p", { class: "buttons" }, el("button", { class: "save" }, label),
      el("button", { type: "button", "data-act": "cancel" }, "Cancel")));
}

function noteForm(row) {
  return formOf("Write a note", "Save note", field("Note", area("note", row.review.note)));
}

function editForm(row, choices) {
  const fields = Object.entries(FACETS).map(([name, label]) => field(label, name in choices
    ? chooser(name, choices[name], row.facets[name])
    : el("input", { name, value: row.facets[name] ?? "", autocomplete: "off" })));
  return formOf("Edit the claim", "Save changes", el("div", { class: "grid" }, fields), field("Note", area("note", row.review.note)));
}

function waiveForm(row, note, code) {
  const open = new Map();
  for (const f of note?.findings ?? []) {
    if (!f.waived) open.set(`${f.code} ${f.claims.includes(row.id) ? row.id : f.claims[0] ?? f.article}`, f);
  }
  if (!open.size) return null;
  const label = (f) => `${f.code} ${f.name}${f.claims.length ? "" : " (in the whole article)"}`;
  const finding = el("select", { name: "finding" }, [...open].map(([value, f]) =>
    el("option", { value, selected: f.code === code }, label(f))));
  return formOf("Waive a finding", "Waive", field("Finding", finding),
    field("Reason", area("reason", "", { required: true })),
    field("Until (optional)", el("input", { name: "until", type: "date" })));
}

// one record a line, with how it bears on the claim; those named here come first, then those other readers named
function recordField(records, named, near) {
  const bearing = new Map(Object.entries(named).flatMap(([how, ids]) => ids.map((id) => [id, how])));
  const search = el("input", { type: "search", autocomplete: "off" });
  const list = el("ul", { class: "shelf", "aria-label": "Records" });
  const count = el("p", { class: "where", role: "status" });
  const draw = () => {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const matching = records.filter((r) => bearing.has(r.id) || wanted.every((w) => `${r.id} ${r.title}`.toLowerCase().includes(w)));
    const rank = (record) => (bearing.has(record.id) ? 0 : near.has(record.id) ? 1 : 2);
    matching.sort((a, b) => rank(a) - rank(b));
    const shown = matching.slice(0, MOST_RECORDS);
    count.textContent = `${shown.length} of ${matching.length} shown`;
    list.replaceChildren(...shown.map((r) => el("li", {}, el("label", {},
      chooser("", [null, ...BEARING], bearing.get(r.id) ?? null),
      el("span", {}, r.title, r.weak ? el("i", {}, ` (${r.read ?? "not"} read: carries no verdict alone)`) : null)))));
    list.querySelectorAll("select").forEach((control, n) => control.addEventListener("change", () =>
      control.value ? bearing.set(shown[n].id, control.value) : bearing.delete(shown[n].id)));
  };
  search.addEventListener("input", draw);
  draw();
  const chosen = () => Object.fromEntries(BEARING.map((how) => [how, [...bearing].filter(([, h]) => h === how).map(([id]) => id).sort()]));
  return [[field("Find a record", search), count, list], chosen];
}

function judgeForm(row, note, records, verdicts, by) {
  const mine = note?.evidence.find((each) => each.by === by && !each.quote);
  const near = new Set((note?.evidence ?? []).flatMap((each) => Object.values(each.named).flat()));
  const [fields, named] = recordField(records, mine?.named ?? {}, near);
  const made = formOf("Set a verdict", "Save verdict",
    field("How does the evidence bear on the claim?", chooser("verdict", verdicts, mine?.said ?? "not yet assessed")),
    ...fields, field("Why", area("why", mine?.why, { required: true })));
  made.named = named;
  return made;
}

function helpForm() {
  const keys = KEYS.map(([key, what]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, what)));
  return el("form", { "aria-label": "Keys" }, el("h4", {}, "Keys"), el("dl", { class: "facets keys" }, keys),
    el("p", { class: "buttons" }, el("button", { type: "button", "data-act": "cancel" }, "Close")));
}
