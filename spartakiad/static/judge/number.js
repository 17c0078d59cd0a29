// In any order: a number, Enter, the result, Enter. A number that is not in the list is taken too.
import { el, marker } from "./page.js";
import { READ, typing } from "./typing.js";

export function mount(place, board, { say, current }) {
  const number = el("input", { id: "bib", inputmode: current.keypad ? "none" : "numeric", autocomplete: "off", enterkeyhint: "next" });
  const whom = el("p", { class: "who", id: "whom", role: "status" });
  const fields = el("div", { class: "typed" });
  const recent = el("ul", { class: "lines recent" });
  let unknown = "", askedAt = 0;

  function choose() {
    const id = number.value.trim();
    if (!id) return;
    let row = board.byNumber(id);
    if (!row && unknown !== id) {
      unknown = id;
      askedAt = performance.now();
      whom.textContent = `№ ${id} нет в списке. Если номер верный, нажмите «Ввод» (Enter) ещё раз: решит секретариат.`;
      number.select();
      return;
    }
    if (!row && performance.now() - askedAt < READ) return;
    row ??= board.stranger(id);
    whom.textContent = [`№ ${board.bib(row)}`, row.name, row.team].filter(Boolean).join(" · ");
    const shown = board.row(row.id) ? board.shown(row) : { cells: {}, state: "" };
    if (shown.state) whom.textContent += ` – уже есть: ${shown.read || Object.values(shown.cells).join(" ")}`;
    fields.replaceChildren(...board.fields.map((field) => el("label", {}, [
      el("span", { class: board.fields.length > 1 ? "cap" : "unseen" }, field.title),
      el("input", { "data-field": field.name, "data-mask": field.mask, autocomplete: "off", inputmode: current.keypad ? "none" : "decimal" }),
    ])));
    const typed = typing(board, row, fields, {
      next: () => {},
      above: () => number.focus(),
      done(cells, sure) {
        const question = sure ? "" : board.question(row, cells);
        if (question) { whom.textContent = question.says; return !question.wrong; }
        const words = `№ ${board.bib(row)}: ${Object.values(cells).join(" ")} – сохранено`;
        board.save(row, cells, { sure }).then((made) => made && say(words, row, made));
        number.value = "";
        unknown = "";
        whom.textContent = "";
        fields.replaceChildren();
        number.focus();
        return false;
      },
    });
    // Attempts and what stands beside a time are one line: it is filled with what is there, and mended.
    if (board.fields.length > 1) typed.fill(board.draft(row) ?? shown.cells);
    current.typed = typed;
    typed.focus(board.fields.find((field) => !shown.cells[field.name])?.name);
  }

  number.addEventListener("input", () => { number.value = number.value.replace(/[^\d?]/g, ""); });
  number.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); if (!event.repeat) choose(); } });
  number.addEventListener("focus", () => { number.select(); requestAnimationFrame(() => number.scrollIntoView({ block: "center" })); current.typed = { finish: choose, focus: () => number.focus(), call() {} }; });
  place.append(el("div", { class: "by-number" }, [el("label", { for: "bib" }, "Номер"), number, whom, fields]), el("h2", {}, "Последние"), recent);

  function show() {
    const mine = board.outbox.all.filter((one) => one.contest === board.contest && one.kind === "mark").slice(-12).reverse();
    recent.replaceChildren(...mine.map((one) => {
      const state = el("span", { class: "state" });
      const row = board.row(one.entrant), check = row && board.own(row) === one ? board.shown(row).check ?? "" : "";
      marker(state, { state: one.state, check });
      return el("li", { "data-state": one.state, "data-check": check }, [el("p", { class: "who" }, [el("b", {}, `№ ${board.bibOf(one.entrant)} `), one.undo ? "отменено" : Object.values(one.cells).join(" "), " ", state]), el("p", { class: "says" }, one.says ?? "")]);
    }));
  }

  return { show, start: () => number.focus() };
}
