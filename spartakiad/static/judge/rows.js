// In the order of the list: a line each, the time alone is typed.
import { el, marker } from "./page.js";
import { typing } from "./typing.js";

export function mount(place, board, { say, current }) {
  const lines = new Map();
  let ordered = "";
  const order = () => board.rows.map((row) => row.id);
  const go = (id, step, field) => {
    const all = order();
    const beside = all[all.indexOf(id) + step];
    if (beside) lines.get(beside).typed.focus(field);
  };
  // The legs of a relay stand on its paper side by side, attempts and series one below the other.
  const legs = board.fields.filter((field) => /^\d+$/.test(field.name) && field.mask === "time").map((field) => field.name);
  const onward = (id, field) => {
    const leg = legs.indexOf(field);
    if (leg >= 0 && leg < legs.length - 1) lines.get(id).typed.focus(legs[leg + 1]);
    else go(id, 1, leg < 0 ? field : undefined);
  };

  function build(row) {
    const state = el("span", { class: "state", id: `state-${row.id}` });
    const words = el("p", { class: "says" });
    const inputs = board.fields.map((field) => el("label", {}, [
      el("span", { class: board.fields.length > 1 ? "cap" : "unseen" }, field.title),
      el("input", { "data-field": field.name, "data-mask": field.mask, autocomplete: "off", enterkeyhint: "next", inputmode: current.keypad ? "none" : field.mask === "heights" ? "text" : "decimal", "aria-describedby": `state-${row.id}` }),
    ]));
    const item = el("li", { id: `line-${row.id}` }, [
      el("p", { class: "who" }, [el("b", {}, board.list.by_teams || board.list.by_matches ? "" : `№ ${board.bib(row)} `), row.name, " ", el("span", { class: "sub" }, [row.team === row.name ? "" : row.team, row.about, row.start].filter(Boolean).join(" · "))]),
      el("div", { class: "typed" }, [...inputs, state]),
      words,
    ]);
    const typed = typing(board, row, item, {
      next: (field) => onward(row.id, field),
      below: (field) => go(row.id, 1, field),
      above: (field) => go(row.id, -1, field),
      done(cells, sure, field) {
        const question = sure ? "" : board.question(board.row(row.id), cells);
        if (question) { words.textContent = question.says; item.classList.add("wrong"); item.scrollIntoView({ block: "nearest" }); say(question.says); return !question.wrong; }
        item.classList.remove("wrong");
        const kept = `${board.called(row)}: ${Object.values(cells).join(" ")} – сохранено`;
        board.save(board.row(row.id), cells, { sure }).then((made) => made && say(kept, row, made));
        onward(row.id, field);
        return false;
      },
    });
    item.addEventListener("input", () => {
      if (!item.classList.contains("wrong")) return;
      item.classList.remove("wrong");  // the question was about what stood here
      words.textContent = "";
      say("");
    });
    item.addEventListener("focusin", (event) => {
      current.typed = typed;
      for (const shown of [item, event.target]) shown.scrollIntoView({ block: "nearest" });
    });
    return { item, state, words, typed, said: "", of: row.line };
  }

  // A line is touched only when something about it is new: a list of a thousand stands still while one is typed.
  function show() {
    const list = place.querySelector("ul") ?? place.appendChild(el("ul", { class: "lines" }));
    // One that changed hands is built anew: the number beside the field is the one that the record will speak of.
    let typedIn = "";
    for (const [id, line] of lines) {
      if (board.row(id) && board.row(id).line === line.of) continue;
      if (line.item.contains(document.activeElement)) typedIn = id;
      line.item.remove();
      lines.delete(id);
    }
    const fresh = board.rows.filter((row) => !lines.has(row.id));
    for (const row of fresh) lines.set(row.id, build(row));
    if (fresh.length || ordered !== board.list.who) list.append(...board.rows.map((row) => lines.get(row.id).item));
    ordered = board.list.who;
    for (const row of board.rows) renew(row, lines.get(row.id));
    lines.get(typedIn)?.typed.focus();
  }

  function renew(row, line) {
    const shown = board.shown(row), draft = board.draft(row);
    const said = JSON.stringify([shown, draft, row.note]);
    if (said === line.said) return;
    line.said = said;
    marker(line.state, { ...shown, read: shown.read === Object.values(shown.cells).join(" ") ? "" : shown.read });  // not twice the same
    line.item.dataset.state = shown.state;
    line.item.dataset.check = shown.check ?? "";
    if (!line.item.classList.contains("wrong")) line.words.textContent = [shown.says, row.note].filter(Boolean).join(" ");
    // The line that is typed in is filled anew too, as long as nothing has been typed: another's attempt is not lost.
    if (!line.item.contains(document.activeElement) || (!draft && !line.typed.touched())) line.typed.fill(draft ?? shown.cells);
  }

  return { show, to: (id) => lines.get(id)?.typed.focus(), start: () => lines.get(board.rows.find((row) => !board.shown(row).state)?.id)?.typed.focus() };
}
