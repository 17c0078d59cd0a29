// Keys of our own: the keyboard of a phone hides half of its screen and has no letters beside its digits.
import { el } from "./page.js";
import { STATUSES } from "./mask.js";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ":", "0", "⌫"];

// A blank between a height and what is called at it, before the next height, before how a match was won: 165 о 170 хо, 3:2 ОТ.
const apart = (input, before, key) => ["heights", "score"].includes(input.dataset.mask) && /[^ :]$/.test(before) && key !== ":" && /\d$/.test(before) !== /^\d/.test(key);

export function pad(place, board, current) {
  const press = (key) => {
    const input = document.activeElement;
    if (!(input instanceof HTMLInputElement)) return;
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (key === "⌫") input.value = whole ? "" : input.value.slice(0, -1);
    else {
      if (/[^\d]/.test(key)) input.dataset.signs = "yes";
      const before = whole ? "" : input.value;
      input.value = before + (apart(input, before, key) ? " " : "") + key;
    }
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.setSelectionRange(input.value.length, input.value.length);
  };
  const key = (label, act, more = {}) => {
    const button = el("button", { type: "button", ...more }, label);
    button.addEventListener("pointerdown", (event) => event.preventDefault());  // the field keeps its focus
    button.addEventListener("click", act);
    return button;
  };
  const calls = [...new Set(board.fields.flatMap((field) => field.calls))];
  const beside = board.fields.some((field) => field.mask === "sets") ? [" "] : [];
  const statuses = board.list.by_matches || board.list.mark === "place" ? [] : STATUSES.slice(0, 3);
  place.replaceChildren(
    el("div", { class: "keys" }, DIGITS.map((digit) => key(digit, () => press(digit), digit === "⌫" ? { "aria-label": "Стереть" } : {}))),
    el("div", { class: calls.length + beside.length + statuses.length > 3 ? "calls many" : "calls" }, [
      ...calls.map((call) => key(call, () => press(board.fields[0].mask === "heights" ? call : ` ${call}`.trim()))),
      ...beside.map((blank) => key("ещё партия", () => press(blank))),
      ...statuses.map((status) => key(status, () => current.typed?.call(status))),
      key("Ввод", () => current.typed?.finish(), { class: "primary" }),
    ]),
  );
}
