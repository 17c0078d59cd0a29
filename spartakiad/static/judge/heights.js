// High jump and pole vault: the bar stands at a height, each line has its three calls.
import { el, marker } from "./page.js";

const CALLS = [["о", "взята"], ["х", "не взята"], ["–", "пропуск"]];

export function mount(place, board, { say }) {
  const bar = el("input", { id: "bar", inputmode: "numeric", autocomplete: "off", maxlength: 3 });
  const list = el("ul", { class: "lines" });
  bar.value = localStorage.getItem(`bar-${board.key}`) ?? "";
  bar.addEventListener("change", () => { localStorage.setItem(`bar-${board.key}`, bar.value); show(); });
  place.append(el("label", { for: "bar" }, "Высота сейчас, см"), bar, list);

  // Second and third calls at one height stand together: 170 ххо.
  function called(text, sign) {
    const pieces = text.split(/\s+/).filter(Boolean);
    const last = pieces.findLastIndex((piece) => piece === bar.value);
    if (last >= 0 && last === pieces.length - 2) return [...pieces.slice(0, -1), pieces.at(-1) + sign].join(" ");
    return [...pieces, bar.value, sign].join(" ");
  }

  async function call(row, sign) {
    if (!/^\d{2,3}$/.test(bar.value)) { say("Сначала впишите высоту."); bar.focus(); return; }
    const shown = board.shown(row);
    const raw = called(shown.cells.raw ?? "", sign);
    const made = await board.save(row, { ...shown.cells, raw });
    if (made) say(`№ ${board.bib(row)}: ${raw} – сохранено`, row, made);
  }

  function show() {
    list.replaceChildren(...board.rows.map((row) => {
      const shown = board.shown(row);
      const state = el("span", { class: "state" });
      marker(state, shown);
      const keys = CALLS.map(([sign, means]) => {
        const button = el("button", { type: "button", "aria-label": `№ ${board.bib(row)}, ${bar.value} – ${means}` }, sign);
        button.addEventListener("click", () => call(row, sign));
        return button;
      });
      return el("li", { id: `line-${row.id}`, "data-state": shown.state }, [
        el("p", { class: "who" }, [el("b", {}, `№ ${board.bib(row)} `), row.name, " ", el("span", { class: "sub" }, row.team)]),
        el("p", {}, [el("b", {}, shown.cells.raw ?? ""), " ", state]),
        el("div", { class: "three" }, keys),
        el("p", { class: "says" }, shown.says ?? ""),
      ]);
    }));
  }

  return { show, start: () => bar.focus() };
}
