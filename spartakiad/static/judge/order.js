// In order of place: a number, or a tap on a line, and Enter: the next place is given by itself.
import { el, marker } from "./page.js";

export function mount(place, board, { say, current }) {
  const byNumber = !board.list.by_teams;
  const number = el("input", { id: "bib", inputmode: current.keypad ? "none" : "numeric", autocomplete: "off", enterkeyhint: "next" });
  const next = el("p", { class: "next", role: "status" });
  const list = el("ul", { class: "lines" });
  let told = "";

  const placed = () => board.rows.map((row) => ({ row, shown: board.shown(row) })).filter(({ shown }) => /^\d+$/.test(shown.cells.raw ?? ""));
  const nextPlace = () => Math.max(0, ...placed().map(({ shown }) => Number(shown.cells.raw))) + 1;

  async function give(row) {
    if (board.shown(row).cells.raw) { say(`${row.name}: место уже есть. Чтобы исправить, откройте «По порядку».`); return; }
    const own = String(nextPlace());
    const made = await board.save(row, { raw: own });
    if (made) say(`${own}-е место: ${row.name} – сохранено`, row, made);
  }

  async function named() {
    const row = board.byNumber(number.value.trim());
    if (!row) { say(`№ ${number.value} нет в списке.`); number.select(); return; }
    number.value = "";
    await give(row);
  }

  number.addEventListener("focus", () => { number.select(); current.typed = { finish: named, focus: () => number.focus(), call() {} }; });
  number.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); if (!event.repeat) named(); } });
  place.append(next, ...(byNumber ? [el("label", { for: "bib" }, "Номер"), number] : []), list);

  function show() {
    next.textContent = `Следующее место: ${nextPlace()}`;
    const said = JSON.stringify(board.rows.map((row) => [row.id, board.shown(row)]));
    if (said === told) return;  // a line that is being tapped is not another one
    told = said;
    list.replaceChildren(...board.rows.map((row) => {
      const shown = board.shown(row);
      const state = el("span", { class: "state" });
      marker(state, { ...shown, read: "" });
      const button = el("button", { type: "button" }, [byNumber ? el("b", {}, `№ ${board.bib(row)} `) : "", row.name]);
      button.addEventListener("click", () => give(row));
      return el("li", { id: `line-${row.id}`, "data-state": shown.state, "data-check": shown.check ?? "" }, [button, el("p", {}, [el("b", {}, shown.cells.raw ? `${shown.cells.raw}-е место ` : ""), state]), el("p", { class: "says" }, shown.says ?? "")]);
    }));
  }

  return { show, start: () => (byNumber ? number.focus() : undefined) };
}
