// In order of place: a number, or a tap on a line, and Enter: the next place is given by itself.
import { el, marker } from "./page.js";

export function mount(place, board, { say, current }) {
  const byNumber = !board.list.by_teams;
  const number = el("input", { id: "bib", inputmode: "numeric", autocomplete: "off", enterkeyhint: "next" });
  const next = el("p", { class: "next", role: "status" });
  const list = el("ul", { class: "lines" });

  const placed = () => board.rows.map((row) => ({ row, shown: board.shown(row) })).filter(({ shown }) => /^\d+$/.test(shown.cells.raw ?? ""));
  const nextPlace = () => Math.max(0, ...placed().map(({ shown }) => Number(shown.cells.raw))) + 1;

  async function give(row) {
    if (board.shown(row).cells.raw) { say(`${row.name}: место уже есть. Чтобы исправить, откройте «По порядку».`); return; }
    const own = String(nextPlace());
    const made = await board.save(row, { raw: own });
    if (made) say(`${own}-е место: ${row.name} – сохранено`, row, made);
  }

  number.addEventListener("keydown", async (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const row = board.byNumber(number.value.trim());
    if (!row) { say(`№ ${number.value} нет в списке.`); number.select(); return; }
    number.value = "";
    await give(row);
  });
  place.append(next, ...(byNumber ? [el("label", { for: "bib" }, "Номер"), number] : []), list);

  function show() {
    next.textContent = `Следующее место: ${nextPlace()}`;
    list.replaceChildren(...board.rows.map((row) => {
      const shown = board.shown(row);
      const state = el("span", { class: "state" });
      marker(state, shown);
      const button = el("button", { type: "button" }, [byNumber ? el("b", {}, `№ ${board.bib(row)} `) : "", row.name]);
      button.addEventListener("click", () => give(row));
      return el("li", { id: `line-${row.id}`, "data-state": shown.state }, [button, state, el("p", { class: "says" }, shown.says ?? "")]);
    }));
  }

  return { show, start: () => (byNumber ? number.focus() : undefined) };
}
