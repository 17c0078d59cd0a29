// What the entries come to so far: the server's table of a tournament, else an order that this device works out by itself.
import { el } from "./page.js";
import { thousandths } from "./mask.js";

export function standing(place, board) {
  const { list } = board;
  place.hidden = !board.rows.length || !(list.table.length || list.wins);
  if (place.hidden) return;
  const rows = list.table.length ? list.table.map((row) => [row.place || "–", row.title, row.points]) : provisional(board);
  place.querySelector("p").hidden = list.table.length > 0;
  place.querySelector("tbody").replaceChildren(...rows.map((cells) => el("tr", {}, cells.map((text) => el("td", {}, text)))));
}

// Without ties, penalties and teams: those are the engine's, and it is not here.
function provisional(board) {
  const worth = (shown) => {
    const text = shown.read || shown.cells.raw || "";
    if (board.list.mark === "time") return thousandths(text.split(" ")[0]);
    const found = /^\d+(,\d+)?/.exec(text) ?? [NaN];
    return shown.read ? Number(String(found[0]).replace(",", ".")) : Object.values(shown.cells).reduce((sum, cell) => sum + Number(cell.replace(",", ".")), 0);
  };
  const known = board.rows.map((row) => ({ row, shown: board.shown(row) })).filter(({ shown }) => shown.state);
  const ranked = known.map(({ row, shown }) => ({ row, value: worth(shown), text: shown.read || Object.values(shown.cells).join(" ") })).filter(({ value }) => Number.isFinite(value) && value !== null);
  const sign = board.list.wins === "most" ? -1 : 1;
  ranked.sort((one, other) => sign * (one.value - other.value));
  return ranked.map(({ row, text }, index) => [String(index + 1), `${board.list.by_teams ? "" : `№ ${board.bib(row)} `}${row.name}`, text]);
}
