// A mass finish: one button takes the times, the numbers follow, here or from a second phone at the chute.
import { el } from "./page.js";

const ms = () => performance.timeOrigin + performance.now();

export function mount(place, board, { say, current }) {
  const gun = el("button", { type: "button", class: "gun" }, "Старт");
  const stamp = el("button", { type: "button", class: "stamp", id: "stamp" }, "Финиш");
  const count = el("output", { id: "count" }, "0");
  const number = el("input", { id: "finisher", inputmode: current.keypad ? "none" : "numeric", autocomplete: "off", enterkeyhint: "next", maxlength: 6 });
  const whose = el("label", { for: "finisher" }, "Номер");
  const accept = el("button", { type: "button" });
  const list = el("ol", { class: "stamps" });
  const own = (kind) => board.outbox.all.filter((one) => one.contest === board.contest && one.part === board.part && one.kind === kind && !gone(one));
  const gone = (meant) => board.outbox.all.some((one) => one.kind === "void" && one.entrant === String(meant.n) && one.part === board.part);
  const started = () => Number(own("gun").at(-1)?.cells.raw ?? NaN);
  // The gun of a stamp: the last one before it; one given later is of another race.
  const gunOf = (one) => Number(own("gun").findLast((gun) => Number(gun.cells.raw) <= Number(one.cells.raw))?.cells.raw ?? NaN);
  let doubted = "";
  const assigned = () => new Map(board.outbox.all.filter((one) => one.stamp && !one.undo).map((one) => [one.stamp, one]));

  // Numbers in the order of the chute, of this device and of the others; whoever has his time already is left out.
  function chute() {
    const used = [...assigned().values()].map((one) => board.bibOf(one.entrant));
    const called = [...own("number").map((one) => one.cells.raw), ...board.list.chute.map((one) => one.number)];
    return called.filter((bib) => {
      const at = used.indexOf(bib);
      if (at >= 0) used.splice(at, 1);
      return at < 0;
    });
  }

  // From the gun, or from the own start of whoever started later.
  function elapsed(one, after = 0) {
    const field = board.fields.find((each) => each.name === "raw");
    const unit = 10 ** (3 - field.decimals);
    const steps = Math.ceil(Math.round(Number(one.cells.raw) - gunOf(one) - after) / unit);
    const whole = Math.floor(steps / 10 ** field.decimals);
    const part = field.decimals ? `,${String(steps % 10 ** field.decimals).padStart(field.decimals, "0")}` : "";
    const two = (n) => String(n).padStart(2, "0");
    const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    return (hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`) + part;
  }

  const note = (kind, raw, entrant = "") => board.outbox.add({ contest: board.contest, part: board.part, kind, entrant, cells: { raw }, seen: 0, sure: false, undo: false });

  function take() {
    const at = ms();
    navigator.vibrate?.(40);
    note("stamp", at.toFixed(0)).then(show);  // with the number that the disk gave it
    if (!Number.isFinite(started())) say("Старт ещё не отмечен: это касание не засчитается никому.");
    show();
  }

  // Whose number is still to come; a touch before the start is nobody's.
  const waiting = () => own("stamp").filter((one) => !assigned().has(one.key) && (!Number.isFinite(started()) || Number.isFinite(gunOf(one))));

  function give(bib) {
    const [first] = waiting();
    if (!first || !Number.isFinite(started())) {
      note("number", bib).then(() => say(`№ ${bib} записан: времени для него ещё нет`));
      return show();
    }
    const row = board.byNumber(bib) ?? board.stranger(bib);
    const cells = board.row(row.id) ? board.shown(row).cells : {};
    if (cells.raw && doubted !== bib) {
      doubted = bib;
      say(`У № ${bib} уже есть ${cells.raw}. Если и эта отметка его, введите номер ещё раз.`);
      return show();
    }
    doubted = "";
    const time = elapsed(first, row.after);
    board.save(row, { ...cells, raw: time }, { sure: true, stamp: first.key }).then((made) => made && say(`${time} – № ${bib} ${row.name}`, row, made));
    return show();
  }

  gun.addEventListener("click", async () => {
    if (Number.isFinite(started()) && !confirm("Старт уже был дан. Отсчитывать от нового?")) return;
    await note("gun", ms().toFixed(0));
    say("Старт дан");
    show();
  });
  stamp.addEventListener("pointerdown", (event) => { event.preventDefault(); take(); });
  stamp.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.repeat) { event.preventDefault(); take(); } });
  document.addEventListener("keydown", (event) => {
    if (event.code !== "Space" || event.repeat || !stamp.isConnected || document.activeElement === number) return;
    event.preventDefault();
    take();
  });
  const named = () => {
    const bib = number.value.trim() || "?";
    number.value = "";
    give(bib);
  };
  number.addEventListener("focus", () => {
    current.typed = { finish: named, focus: () => number.focus(), call() {} };
    // The button shrinks beside the keys: both are in view once it has.
    requestAnimationFrame(() => { stamp.scrollIntoView({ block: "start" }); number.scrollIntoView({ block: "nearest" }); });
  });
  number.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); if (!event.repeat) named(); } });
  accept.addEventListener("click", () => { for (const bib of chute().slice(0, waiting().length)) { give(bib); if (doubted) break; } });
  place.append(el("div", { class: "race" }, [gun, count]), stamp, el("div", { class: "chute" }, [whose, number, accept]), list);

  function show() {
    const stamps = own("stamp"), known = assigned(), numbers = chute();
    count.value = String(stamps.length);
    gun.classList.toggle("done", Number.isFinite(started()));
    stamp.disabled = false;
    const [first] = waiting();
    whose.textContent = first ? `Номер ${stamps.indexOf(first) + 1}-го: ${Number.isFinite(started()) ? elapsed(first) : "старт не отмечен"}` : "Номер на финише";
    accept.hidden = !(numbers.length && first);
    accept.textContent = `Принять номера со второго телефона: ${Math.min(numbers.length, waiting().length)}`;
    list.replaceChildren(...stamps.map((one, index) => {
      const mark = known.get(one.key);
      const remove = el("button", { type: "button", "aria-label": `Убрать отметку ${index + 1}` }, "Убрать");
      remove.disabled = !one.n;  // its number comes with the disk
      remove.addEventListener("click", async () => { await note("void", "", String(board.outbox.present(one).n)); show(); });
      return el("li", { "data-state": mark ? mark.state : "" }, [Number.isFinite(gunOf(one)) ? elapsed(one) : "до старта", " ", el("b", {}, mark ? `№ ${board.bibOf(mark.entrant)}` : ""), ...(mark ? [] : [remove])]);
    }).reverse());
  }

  function start() {
    stamp.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });  // with the start above it
  }

  return { show, start };
}
