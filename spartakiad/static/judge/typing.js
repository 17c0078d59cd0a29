// Fields of one line: digits fill from the right, Enter goes on, the keys of a status write it whole.
import { written } from "./board.js";
import { callOf, STATUSES } from "./mask.js";

// `line`: the element that holds the inputs. `done(cells, sure, field)` keeps them: Enter in the last field, or in each
// where attempts and series are written one after the other; it says whether something is asked first. It does not wait
// for the disk: the next keys belong to the next line already.
export const READ = 400;  // milliseconds in which nobody has read a question

export function typing(board, row, line, { done, next, above, below = next }) {
  const inputs = [...line.querySelectorAll("input[data-field]")];
  const field = (input) => board.fields.find((one) => one.name === input.dataset.field);
  const kept = () => Object.fromEntries(inputs.map((input) => [input.dataset.field, input.value.trim()]).filter(([, text]) => text));
  let asked = "", askedAt = 0, touched = false;

  const show = (input) => {
    const typed = input.dataset.typed;
    input.value = written(field(input), typed);
  };

  const take = (input, typed) => {
    input.dataset.typed = typed;
    touched = true;
    show(input);
    asked = "";
    board.keepDraft(row, Object.values(kept()).length ? kept() : null);
  };

  const oneByOne = inputs.length > 1 && inputs.filter((input) => /^\d+$/.test(input.dataset.field)).length > 1;
  const nameOf = (input) => (oneByOne ? input?.dataset.field : undefined);

  const finish = (input = inputs.find((one) => one === document.activeElement)) => {
    const cells = kept();
    const name = nameOf(input);
    if (!Object.keys(cells).some((cell) => cell !== "start")) return next(name);  // the start list gave it
    const said = asked !== "" && asked === JSON.stringify(cells);
    if (said && performance.now() - askedAt < READ) return;  // the second half of a double tap has read no question
    asked = done(cells, said, name) ? JSON.stringify(cells) : "";
    askedAt = performance.now();
    if (inputs.includes(document.activeElement)) document.activeElement.select();  // whoever says no begins anew
  };

  // Misses and laps come after their time, behind a call nothing does; other fields are touched where they are needed.
  const enter = (input) => {
    const last = oneByOne || !input?.value || STATUSES.includes(input.value);
    const beside = last ? undefined : inputs.slice(inputs.indexOf(input) + 1).find((one) => field(one).mask === "count");
    beside ? beside.focus() : finish(input);
  };

  inputs.forEach((input) => {
    input.addEventListener("input", () => {
      if (/^\d?$/.test(input.value)) delete input.dataset.signs;  // begun anew
      // What the field shows is masked already: digits are taken out of it and masked anew.
      const plain = /^[\d:,\s]*$/.test(input.value) && input.dataset.signs !== "yes";
      const mask = field(input).mask;
      const digits = input.value.replace(/\D/g, "");
      take(input, !plain || mask === "sets" ? input.value : mask === "score" ? digits : digits.replace(/^0+(?=\d)/, ""));  // 0:3 begins with its zero
    });
    input.addEventListener("focus", () => input.select());
    input.addEventListener("keydown", (event) => {
      const call = field(input).mask === "sets" || field(input).mask === "score" || field(input).mask === "heights" ? undefined : callOf(event, field(input).mask);
      if (call && field(input).name === inputs[0].dataset.field) { event.preventDefault(); input.dataset.signs = "yes"; take(input, call); }
      else if (/^[:.,]$/.test(event.key)) input.dataset.signs = "yes";
      else if (event.key === "Backspace" && STATUSES.includes(input.value)) { event.preventDefault(); delete input.dataset.signs; take(input, ""); }
      else if (event.key === "Enter") { event.preventDefault(); if (!event.repeat) enter(input); }
      else if (event.key === "ArrowDown" || event.code === "NumpadAdd") { event.preventDefault(); below(nameOf(input)); }
      else if (event.key === "ArrowUp") { event.preventDefault(); above(nameOf(input)); }
      if (!input.value && event.key !== "Enter") delete input.dataset.signs;
    });
  });

  return {
    focus: (name) => (inputs.find((input) => input.dataset.field === name) ?? inputs[0])?.focus(),
    fill(cells) {
      touched = false;
      for (const input of inputs) {
        const text = cells[input.dataset.field] ?? "";
        input.dataset.typed = text;
        if (input.value === text) continue;
        input.value = text;
        if (input === document.activeElement) input.select();
      }
    },
    touched: () => touched,
    call(text) { inputs[0].dataset.signs = "yes"; take(inputs[0], text); finish(); },
    finish: () => enter(inputs.find((one) => one === document.activeElement)),
    holds: (element) => inputs.includes(element),
  };
}
