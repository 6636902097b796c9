// The review desk in the browser: shows a page, moves about it, asks Python to save.
// Refuses markup and the network: every text goes into the page as text, and nothing is fetched.

class Desk {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.rows = [];
    this.notes = {};
    this.at = 0;
    this.waiting = 0;
    this.build();
    this.hear = (message) => this.answered(message);
    model.on("msg:custom", this.hear);
    this.look = () => this.page && this.send({ do: "look" });
    window.addEventListener("focus", this.look);
    this.watch = setInterval(() => this.watched(), WATCH);
    this.send({ do: "open" });
  }

  close() {
    this.model.off("msg:custom", this.hear);
    window.removeEventListener("focus", this.look);
    window.removeEventListener("keydown", this.early, true);
    clearTimeout(this.waiting);
    clearInterval(this.watch);
  }

  // asks whether the file changed while the desk is in sight; a busy kernel is asked once, and is no alarm
  watched() {
    if (!this.page || this.looking || document.hidden || !this.root.offsetParent || this.notice.hasChildNodes()) return;
    this.looking = true;
    this.model.send({ do: "look" });
  }

  send(message) {
    this.model.send(message);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.alarm("The kernel does not answer: what you did last may not be saved.", true), PATIENCE);
  }

  // --- the frame ---------------------------------------------------------------------------------------------------
  build() {
    this.title = el("h2", { class: "title" }, "Opening…");
    this.progress = el("progress", { "aria-label": "claims decided", max: 1, value: 0 });
    this.count = el("span", { class: "count" });
    this.filter = el("select", { "aria-label": "Filter claims" });
    this.status = el("p", { class: "status", role: "status", "aria-live": "polite" });
    this.notice = el("div", { class: "notice", role: "alert" });
    this.text = el("div", { class: "text", role: "group", "aria-label": "Article" });
    this.panel = el("div", { class: "panel", role: "region", "aria-label": "Claim" });
    const button = (act, label, key) =>
      el("button", { type: "button", "data-act": act, "aria-keyshortcuts": key }, label, " ", el("kbd", { "aria-hidden": "true" }, key));
    this.bar = el("div", { class: "bar", role: "toolbar", "aria-label": "Decide" },
      button("previous", "Previous", "k"), button("next", "Next", "j"), button("accept", "Accept", "a"),
      button("reject", "Reject", "r"), button("edit", "Edit", "e"), button("note", "Note", "n"),
      button("judge", "Verdict", "v"), button("waive", "Waive", "w"), button("undo", "Undo", "u"), button("help", "Help", "?"));
    this.root.replaceChildren(
      el("header", {}, this.title, el("div", { class: "done" }, this.progress, this.count),
        el("label", { class: "filter" }, "Show ", this.filter)),
      this.bar, this.notice, el("div", { class: "panes" }, this.text, this.panel), this.status);
    this.root.addEventListener("click", (event) => this.clicked(event));
    // before the notebook's own shortcuts see it: they listen at the document, and not every Jupyter lets a part opt out
    this.early = (event) => {
      if (!this.root.contains(event.target)) return;
      this.pressed(event);
      if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    };
    window.addEventListener("keydown", this.early, true);
    this.root.addEventListener("submit", (event) => this.submitted(event));
    this.filter.addEventListener("change", () => this.filtered());
  }

  // --- what Python says ----------------------------------------------------------------------------------------------
  answered(message) {
    if (message.kind === "looked") this.looking = false;
    clearTimeout(this.waiting);
    if (message.kind === "page") this.opened(message);
    else if (message.kind === "notes") this.noted(message);
    else if (message.kind === "saved") this.saved(message);
    else if (message.kind === "refused") this.refused(message);
    else if (message.kind === "looked" && message.moved) this.alarm("The file changed on disk since the desk opened it.", true);
    else if (message.kind === "nothing") this.say(message.text);
  }

  opened({ page, undoable }) {
    const before = this.rows[this.at]?.id;
    const typed = this.form;
    this.page = page;
    this.rows = page.claims;
    this.number = new Map(this.rows.map((row, number) => [row.id, number]));
    this.undoable = undoable;
    this.title.textContent = page.title;
    this.notice.replaceChildren();
    this.drawText();
    this.fillFilter();
    this.tally();
    const first = this.rows.findIndex((row) => !decided(row));
    this.at = this.number.get(before) ?? Math.max(0, first);
    this.go(this.at, false);
    if (typed && this.rows[this.at]?.id === before) this.showForm(typed);
    this.opening = true;
    this.say(`Open: ${this.tallied}.`);
    this.send({ do: "notes" });
  }

  noted({ notes, records }) {
    this.notes = notes;
    this.records = records;
    this.rows.forEach((_, number) => this.mark(number));
    this.fillFilter();
    if (!this.form) this.drawPanel();
    if (!this.opening) return;
    this.opening = false;
    const found = Object.values(notes).reduce((count, note) => count + note.findings.length, 0);
    this.say(`${this.tallied}. ${plural(found, "finding")} worked out.`);
  }

  saved({ done, row, undoable, waivers, stale }) {
    const number = this.number.get(row.id);
    this.sent = null;
    if (number === undefined) return;
    this.rows[number] = row;
    this.undoable = undoable;
    this.rewaive(waivers);
    this.mark(number);
    this.tally();
    if (done === "undone") this.go(number);
    else if (number === this.at && !this.form) this.drawPanel();
    if (stale) this.send({ do: "notes" }); // a verdict bears on findings
    this.say(`Claim ${number + 1} ${done}${done === "unchanged" ? "" : ", saved"}. ${this.tallied}.`);
  }

  refused({ text, reload, claim }) {
    this.alarm(text, reload);
    if (this.form) return;
    if (this.number?.has(claim)) this.go(this.number.get(claim));
    if (this.sent?.number === this.at) this.showForm(this.sent.form); // what was typed is not lost
  }

  alarm(text, reload) {
    clearTimeout(this.waiting);
    const again = el("button", { type: "button", "data-act": "reload" }, "Reload from disk");
    const close = el("button", { type: "button", "data-act": "dismiss" }, "Close");
    this.notice.replaceChildren(el("p", {}, text), ...(reload ? [again] : []), close);
  }

  say(text) {
    this.status.textContent = text;
  }

  rewaive(waivers) {
    for (const note of Object.values(this.notes)) {
      for (const finding of note.findings) {
        const places = finding.claims.length ? finding.claims : [finding.article];
        finding.waived = waivers.find((w) => w.code === finding.code && places.includes(w.claim)) ?? null;
      }
    }
  }

  // --- the article ---------------------------------------------------------------------------------------------------
  drawText() {
    this.marks = this.rows.map(() => []);
    this.handles = [];
    const drawn = document.createDocumentFragment();
    for (const paragraph of this.page.paragraphs) {
      const body = el("p", { class: "body" });
      for (const piece of paragraph) {
        for (const number of piece.opens) {
          this.handles[number] = el("button", { type: "button", class: "n", "data-go": number, tabindex: -1 });
          body.append(this.handles[number]);
        }
        if (piece.over.length === 0) { body.append(piece.text); continue; }
        const mark = el("mark", { "data-over": piece.over.join(" "), class: piece.over.length > 1 ? "twice" : null }, piece.text);
        for (const number of piece.over) this.marks[number].push(mark);
        body.append(mark);
      }
      drawn.append(body);
    }
    this.text.replaceChildren(drawn);
    this.rows.forEach((_, number) => this.mark(number));
  }

  mark(number) {
    const row = this.rows[number];
    const severity = this.severity(row);
    const handle = this.handles[number];
    handle.textContent = `${number + 1}${SIGNS[row.review.status]}`;
    handle.setAttribute("aria-label", `Claim ${number + 1}, ${row.review.status}${severity ? `, ${severity}` : ""}`);
    for (const mark of this.marks[number]) {
      const inner = Number(mark.dataset.over.split(" ").at(-1));
      if (inner !== number) continue;
      mark.dataset.severity = severity;
      mark.dataset.status = row.review.status;
    }
  }

  severity(row) {
    const found = (this.notes[row.id]?.findings ?? []).filter((f) => !f.waived).map((f) => f.severity);
    return ["error", "warning", "info"].find((name) => found.includes(name)) ?? "";
  }

  go(number, focus = true) {
    if (!this.rows.length) { this.drawPanel(); return; }
    this.handles[this.at]?.setAttribute("tabindex", -1);
    this.handles[this.at]?.removeAttribute("aria-current");
    for (const mark of this.marks[this.at] ?? []) mark.classList.remove("now");
    this.at = number;
    for (const mark of this.marks[number]) mark.classList.add("now");
    const handle = this.handles[number];
    handle.setAttribute("tabindex", 0);
    handle.setAttribute("aria-current", "true");
    this.form = null;
    this.drawPanel();
    const top = handle.getBoundingClientRect().top - this.text.getBoundingClientRect().top;
    if (top < 40 || top > this.text.clientHeight * 0.7) this.text.scrollTop += top - this.text.clientHeight * 0.3;
    if (focus) handle.focus({ preventScroll: true });
  }

  move(step) {
    let number = this.at + step;
    while (number >= 0 && number < this.rows.length && !this.passes(number)) number += step;
    if (number >= 0 && number < this.rows.length) {
      this.go(number);
      return;
    }
    this.handles[this.at]?.focus({ preventScroll: true });
    this.say(step > 0 ? "No further claim." : "No earlier claim.");
  }

  drawPanel() {
    const row = this.rows[this.at];
    if (!row) { this.panel.replaceChildren(el("p", {}, "Nothing is claimed here.")); return; }
    this.panel.replaceChildren(headOf(row, this.at, this.rows.length, this.page.topics), facetsOf(row),
      ...detailsOf(row, this.notes[row.id]));
    this.panel.scrollTop = 0;
  }

  // --- filter and progress ---------------------------------------------------------------------------------------------
  passes(number) {
    const want = this.filter.value || "all";
    const row = this.rows[number];
    const note = this.notes[row.id];
    if (want === "all") return true;
    if (want === "undecided") return !decided(row);
    if (want in SIGNS) return row.review.status === want;
    if (want in WORDS) return Boolean(note?.sides.some((side) => side.relation === want));
    if (want === "noted") return Boolean(row.review.note);
    if (want === "unjudged") return !note?.evidence.some((each) => each.first && each.said !== "not yet assessed");
    if (want === "waived") return Boolean(note?.findings.some((f) => f.waived));
    return Boolean(note?.findings.some((f) => !f.waived && (want === "findings" || f.code === want)));
  }

  fillFilter() {
    const before = this.filter.value || "all";
    const codes = new Map();
    for (const note of Object.values(this.notes)) {
      for (const f of note.findings) codes.set(f.code, `${f.code} ${f.name}`);
    }
    const options = [["all", "all claims"], ["undecided", "undecided"], ["accepted", "accepted"], ["edited", "edited"],
      ["rejected", "rejected"], ["noted", "with a note"], ["unjudged", "without a verdict"], ["contradict", "contradictions"], ["tension", "tensions"],
      ["findings", "any finding"], ["waived", "waived findings"], ...[...codes].sort()];
    this.filter.replaceChildren(...options.map(([value, label]) => el("option", { value }, label)));
    this.filter.value = options.some(([value]) => value === before) ? before : "all";
  }

  filtered() {
    const shown = this.rows.map((_, number) => number).filter((number) => this.passes(number));
    this.rows.forEach((_, number) => this.handles[number].classList.add("out"));
    this.text.classList.toggle("filtered", shown.length < this.rows.length);
    for (const marks of this.marks) for (const mark of marks) mark.classList.add("out");
    for (const number of shown) {
      this.handles[number].classList.remove("out");
      for (const mark of this.marks[number]) mark.classList.remove("out");
    }
    const next = shown.find((number) => number >= this.at) ?? shown.at(-1);
    if (next !== undefined) this.go(next, false);
    this.say(`${plural(shown.length, "claim")} shown.`);
  }

  tally() {
    const done = this.rows.filter(decided).length;
    this.tallied = `${done} of ${this.rows.length} decided`;
    this.progress.max = this.rows.length || 1;
    this.progress.value = done;
    this.count.textContent = this.tallied;
    this.bar.querySelector("[data-act=undo]").disabled = !this.undoable;
  }

  // --- what the editor does --------------------------------------------------------------------------------------------
  clicked(event) {
    const button = event.target.closest("button");
    if (button?.dataset.act) { this.act(button.dataset.act, button.dataset.code); return; }
    if (button?.dataset.go) { this.go(Number(button.dataset.go)); return; }
    const mark = event.target.closest("mark");
    if (!mark || !this.text.contains(mark) || !window.getSelection().isCollapsed) return;
    const over = mark.dataset.over.split(" ").map(Number);
    const place = over.indexOf(this.at); // a second click goes on to the claim around this one
    this.go(place > 0 ? over[place - 1] : over.at(-1));
  }

  pressed(event) {
    if (event.key === "Escape" && this.form) { event.preventDefault(); this.go(this.at); return; }
    if (event.key === "Enter" && event.ctrlKey && this.form) { event.preventDefault(); this.form.requestSubmit(); return; }
    if (event.key === "Escape" && event.target === this.filter) { this.go(this.at); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const acts = { j: "next", ArrowDown: "next", k: "previous", ArrowUp: "previous", a: "accept", r: "reject", e: "edit",
      n: "note", v: "judge", w: "waive", u: "undo", "/": "filter", "?": "help" };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    this.act(act);
  }

  act(act, code) {
    const row = this.rows[this.at];
    if (act === "reload") this.send({ do: "reload" });
    else if (act === "dismiss") { this.notice.replaceChildren(); this.handles?.[this.at]?.focus({ preventScroll: true }); }
    else if (act === "undo") this.send({ do: "undo", claim: row?.id });
    else if (act === "filter") this.filter.focus();
    else if (!row) this.say("No claim here.");
    else if (act === "next") this.move(1);
    else if (act === "previous") this.move(-1);
    else if (act === "cancel") this.go(this.at);
    else if (act === "accept" || act === "reject") { this.send({ do: act, claim: row.id }); this.move(1); }
    else this.openForm(act, row, code);
  }

  openForm(act, row, code) {
    const made = {
      edit: () => editForm(row, this.page.choices), note: () => noteForm(row),
      judge: () => this.records && judgeForm(row, this.notes[row.id], this.records, this.page.choices.verdict, this.page.by),
      waive: () => waiveForm(row, this.notes[row.id], code), help: helpForm,
    }[act]();
    if (!made) { this.say(act === "judge" ? "The evidence is still being read." : "No finding to waive at this claim."); return; }
    made.dataset.form = act;
    this.showForm(made);
    const control = made.querySelector("textarea, input, select, button");
    control.focus();
    if (control.tagName === "TEXTAREA") control.setSelectionRange(control.value.length, control.value.length);
  }

  showForm(form) {
    this.form = form;
    this.panel.replaceChildren(headOf(this.rows[this.at], this.at, this.rows.length, this.page.topics), form);
    this.panel.scrollTop = 0;
  }

  submitted(event) {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.target));
    const row = this.rows[this.at];
    const act = event.target.dataset.form;
    this.sent = { form: event.target, number: this.at };
    if (act === "note") this.send({ do: "note", claim: row.id, note: said.note });
    if (act === "waive") {
      const [code, at] = said.finding.split(" ");
      this.send({ do: "waive", claim: row.id, code, at, reason: said.reason, until: said.until || null });
    }
    if (act === "judge") this.send({ do: "judge", claim: row.id, verdict: said.verdict, why: said.why, named: event.target.named() });
    if (act === "edit") {
      const { note, ...fields } = said;
      this.send({ do: "edit", claim: row.id, note, fields: { ...fields, worth: Number(fields.worth) } });
    }
    this.go(this.at);
  }
}

export default {
  render({ model, el: host }) {
    const root = el("section", { class: "claimbook-desk", "aria-label": "Review desk", "data-lm-suppress-shortcuts": "true" });
    host.append(root);
    const desk = new Desk(model, root);
    return () => desk.close();
  },
};
