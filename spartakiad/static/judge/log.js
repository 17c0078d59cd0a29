// Every record of this device with its receipt: nothing that was entered leaves this list before the contest is official.
import { el, marker } from "./page.js";

export function log(place, board) {
  const { outbox, contest } = board;
  const mine = outbox.all.filter((one) => one.contest === contest);
  place.replaceChildren(...mine.toReversed().map((one) => {
    const state = el("span", { class: "state" });
    marker(state, { state: one.state });
    const what = one.kind === "mark" ? `№ ${board.bibOf(one.entrant)}: ${one.undo ? "отменено" : Object.values(one.cells).join(" ")}` : NOTES[one.kind](one);
    const receipt = one.number ? `, квитанция ${one.number}` : "";
    return el("li", { "data-state": one.state }, [`${one.at.slice(11, 19)} `, el("b", {}, what), " ", state, receipt, one.says ? ` – ${one.says}` : ""]);
  }));
}

const NOTES = {
  gun: () => "старт",
  stamp: () => "отметка финиша",
  number: (one) => `на финише № ${one.cells.raw}`,
  void: () => "отметка убрана",
};
