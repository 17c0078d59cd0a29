// High jump and pole vault: the bar stands at a height, each line has its three calls. Who is next stands beside the bar.
import { el, marker } from "./page.js";
import { READ } from "./typing.js";

const CALLS = [["о", "взята"], ["х", "не взята"], ["–", "пропуск"]];
const HEIGHT = /^\d{2,3}$/;
const SIGNS = { o: "о", x: "х", "-": "–", "—": "–" };
const WORDS = { over: "взята", passed: "пропуск", out: "три неудачи" };

// «165 о 170 хо» → [["165", "о"], ["170", "хо"]]; undefined where something else stands there too.
function steps(text) {
  const plain = text.trim().toLowerCase();
  if (!/^(\d{2,3}\s*[\u043eo\u0445x–—-]*\s*)*$/.test(plain)) return undefined;
  return [...plain.matchAll(/(\d{2,3})\s*([\u043eo\u0445x–—-]*)/g)].map(([, height, signs]) => [height, [...signs].map((sign) => SIGNS[sign] ?? sign).join("")]);
}

export function mount(place, board, { say, current }) {
  const bar = el("input", { id: "bar", inputmode: current.keypad ? "none" : "numeric", autocomplete: "off", maxlength: 3, enterkeyhint: "done" });
  const next = el("p", { id: "next", role: "status" });
  const list = el("ul", { class: "lines jumps" });
  const lines = new Map();
  let ordered = "";
  bar.value = localStorage.getItem(`bar-${board.key}`) ?? "";
  bar.addEventListener("input", () => { bar.value = bar.value.replace(/\D/g, ""); localStorage.setItem(`bar-${board.key}`, bar.value); show(); });
  bar.addEventListener("focus", () => { bar.select(); current.typed = { finish: () => bar.blur(), focus: () => bar.focus(), call() {} }; });
  bar.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); bar.blur(); } });
  place.append(el("div", { class: "bar" }, [el("label", { for: "bar" }, "Высота, см"), bar, next]), list);

  const stands = (row) => board.shown(row).cells.raw ?? "";
  const here = (row) => steps(stands(row))?.findLast(([height]) => height === bar.value)?.[1] ?? "";

  // Whether somebody jumps at this height still: "" where he does.
  function left(row) {
    const known = steps(stands(row));
    if (!known) return "out";
    const signs = here(row);
    if (signs.endsWith("о")) return "over";
    if (signs.endsWith("–")) return "passed";
    return known.map(([, called]) => called).join("").replaceAll("–", "").endsWith("ххх") ? "out" : "";
  }

  // Attempt after attempt, in the order of the list.
  const following = () => (HEIGHT.test(bar.value) ? board.rows.filter((row) => !left(row)).toSorted((one, other) => here(one).length - here(other).length)[0] : undefined);

  async function call(row, line, sign) {
    if (!HEIGHT.test(bar.value)) { say("Сначала впишите высоту."); bar.focus(); return; }
    if (performance.now() - line.calledAt < READ) return;  // the second half of a double tap
    line.calledAt = performance.now();
    const known = steps(stands(row)), last = known.at(-1);
    if (last?.[0] === bar.value) last[1] += sign; else known.push([bar.value, sign]);
    const raw = known.map((step) => step.join(" ")).join(" ");
    const made = await board.save(row, { ...board.shown(row).cells, raw });
    if (made) say(`${board.called(row)}: ${bar.value} ${here(row)} – сохранено`, row, made);
    lines.get(following()?.id)?.item.scrollIntoView({ block: "nearest" });
  }

  function build(row) {
    const line = { item: el("li", { id: `line-${row.id}` }), state: el("span", { class: "state" }), tried: el("b", {}), words: el("p", { class: "says" }), calledAt: -READ, said: "" };
    line.keys = CALLS.map(([sign]) => {
      const button = el("button", { type: "button" }, sign);
      button.addEventListener("click", () => call(board.row(row.id), line, sign));
      return button;
    });
    line.item.append(
      el("p", { class: "who" }, [el("b", {}, `№ ${board.bib(row)} `), row.name, " ", el("span", { class: "sub" }, row.team)]),
      el("div", { class: "three" }, line.keys),
      el("p", { class: "tried" }, [line.tried, " ", line.state]),
      line.words,
    );
    return line;
  }

  // A line is touched only when something about it is new: a key that is being tapped is never another one.
  function renew(row, line, first) {
    const shown = board.shown(row), done = left(row);
    const said = JSON.stringify([shown, done, bar.value, first, row.note]);
    if (said === line.said) return;
    line.said = said;
    Object.assign(line.item.dataset, { state: shown.state, check: shown.check ?? "", jump: first ? "next" : done });
    marker(line.state, { ...shown, by: "", read: done && HEIGHT.test(bar.value) && shown.state !== "kept" ? WORDS[done] : "" });
    line.tried.textContent = stands(row);
    line.words.textContent = [shown.says, row.note].filter(Boolean).join(" ");
    line.keys.forEach((button, at) => {
      button.disabled = Boolean(done);
      button.setAttribute("aria-label", `№ ${board.bib(row)}, ${bar.value} – ${CALLS[at][1]}`);
    });
  }

  function show() {
    for (const [id, line] of lines) if (!board.row(id)) { line.item.remove(); lines.delete(id); }
    const fresh = board.rows.filter((row) => !lines.has(row.id));
    for (const row of fresh) lines.set(row.id, build(row));
    if (fresh.length || ordered !== board.list.who) list.append(...board.rows.map((row) => lines.get(row.id).item));
    ordered = board.list.who;
    const first = following();
    next.textContent = first ? `Прыгает № ${board.bib(first)}, попытка ${here(first).length + 1}` : HEIGHT.test(bar.value) ? "На этой высоте прыгнули все" : "";
    for (const row of board.rows) renew(row, lines.get(row.id), row === first);
  }

  return { show, start: () => { if (!bar.value) bar.focus(); } };
}
