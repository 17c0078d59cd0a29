// The entry screen of one contest. It opens without network once it has been open with it.
import { Board } from "./board.js";
import "./leaving.js";
import { log } from "./log.js";
import { Outbox } from "./outbox.js";
import { pad } from "./pad.js";
import { el } from "./page.js";
import { standing } from "./standing.js";
import { unsentFile, unsentCodes } from "./carry.js";

// A screen is a module of its own, fetched where its contest is of that kind.
const SCREENS = {
  rows: { title: "По порядку", fetch: () => import("./rows.js"), fits: () => true },
  number: { title: "По номеру", fetch: () => import("./number.js"), fits: (list) => !list.by_matches && !list.by_teams },
  finish: { title: "Финиш", fetch: () => import("./finish.js"), fits: (list) => list.mark === "time" && !list.by_teams },
  heights: { title: "По высотам", fetch: () => import("./heights.js"), fits: (list) => list.mark === "height" },
  order: { title: "По местам", fetch: () => import("./order.js"), fits: (list) => list.mark === "place" },
};
const UNDO = 10000;

const root = document.getElementById("entry");
const { games, contest, part, who, mode } = root.dataset;
const at = (id) => document.getElementById(id);
const clock = (moment) => moment.toLocaleTimeString("ru-RU", { hour: "2-digit", minute: "2-digit" });

const outbox = new Outbox(games, who);
outbox.token = root.dataset.token;
outbox.seal = root.dataset.seal;
outbox.session = Number(root.dataset.session);
const board = new Board(outbox, { games, contest, part });
const current = { keypad: matchMedia("(pointer: coarse)").matches };
let screen, fetched;

const fitting = () => Object.entries(SCREENS).filter(([, one]) => one.fits(board.list));
async function fetchScreens() {
  await Promise.all(fitting().map(async ([, one]) => { one.module = await one.fetch(); }));
  show();
}

function say(text, row, made) {
  at("said").replaceChildren(text);
  if (!made) return;
  const undo = el("button", { type: "button", class: "undo" }, "Отменить");
  undo.addEventListener("click", async () => { await board.save(board.row(row.id) ?? row, {}, { of: made }); say(`${board.called(row)}: запись отменена`); });
  at("said").append(" ", undo);
  setTimeout(() => { if (undo.isConnected) say(""); }, UNDO);
}

function told() {
  const { unsent, due, held } = outbox;
  const sent = outbox.all.length - unsent.length;
  const saving = unsent.length - due.length;
  at("kept").textContent = `На телефоне: ${unsent.length}`;
  at("sent").textContent = `отправлено: ${sent}`;
  at("link").textContent = outbox.signedOut ? "вход закончился" : saving ? `записывается: ${saving}` : outbox.offlineSince ? `нет связи с ${clock(outbox.offlineSince)}` : "связь есть";
  root.dataset.link = outbox.signedOut ? "out" : outbox.offlineSince ? "off" : "on";
  at("signed-out").hidden = !outbox.signedOut;
  at("held").hidden = !held.length;
  at("held").textContent = held.length ? `У секретариата: ${held.length}. ${held.at(-1).says ?? ""}` : "";
  if (at("log").open) log(at("records"), board);
  at("carry").hidden = at("again").hidden = !unsent.length;
}

function show() {
  if (!board.list) { at("empty").hidden = false; return; }
  at("empty").hidden = board.rows.length > 0;
  at("state").textContent = board.list.state;
  at("closed").hidden = board.list.open;
  if (!fitting().every(([, one]) => one.module)) { fetched ??= fetchScreens(); return; }
  if (!screen) choose(mode && SCREENS[mode]?.fits(board.list) ? mode : localStorage.getItem(`mode-${board.key}`) ?? "rows");
  screen.show();
  returned();
  standing(at("standing"), board);
  told();
}

// What was sent back waits for its judge: he is told, and led there.
function returned() {
  const back = board.rows.filter((row) => board.shown(row).check === "rejected");
  at("returned").hidden = !back.length;
  at("returned").querySelector("p").textContent = `Вернули, сверьте с бумагой: ${back.map((row) => board.called(row)).join(", ")}`;
}

function choose(name) {
  const ways = fitting();
  const chosen = ways.some(([key]) => key === name) ? name : "rows";
  localStorage.setItem(`mode-${board.key}`, chosen);
  at("modes").replaceChildren(...(ways.length < 2 ? [] : ways.map(([key, one]) => {
    const button = el("button", { type: "button", "aria-pressed": String(key === chosen) }, one.title);
    button.addEventListener("click", () => { choose(key); show(); screen.start(); });
    return button;
  })));
  const place = at("screen");
  place.replaceChildren();
  place.dataset.mode = chosen;
  screen = SCREENS[chosen].module.mount(place, board, { say, current });
  if (current.keypad) pad(at("pad"), board, current);
  root.dataset.keys = current.keypad ? "own" : "";
}

async function keepScreenOn() {
  try { await navigator.wakeLock?.request("screen"); } catch { /* a low battery says no */ }
}

// What belongs to this page is kept the moment it is open: the worker may only come to rule with the next one.
async function keepPage() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/judge/worker.js", { scope: "/judge/" });
  const cache = await caches.open("judge-1");
  const here = location.href.split("#")[0];
  const loaded = performance.getEntriesByType("resource").map((one) => one.name).filter((name) => name.includes("/static/"));
  const parts = [...new Set([...loaded, new URL(at("carried").dataset.codes, location.href).href])];
  const missing = [];
  for (const part of parts) if (!await cache.match(part)) missing.push(part);
  await Promise.allSettled([here, `/judge/${games}`, ...missing].map((one) => cache.add(one)));
  root.dataset.ready = await cache.match(here) ? "offline" : "online only";
}

outbox.listeners.push(told);
outbox.onFull = (lost) => say(`Телефон не смог сохранить: № ${lost.map((one) => board.bibOf(one.entrant)).join(", № ")}. Запишите на бумагу и освободите место.`);
outbox.onNumber = (number) => { if (number > (board.list?.number ?? 0)) board.soonRefresh(); };
outbox.onSignedOut = () => board.refresh();
board.listeners.push(show);
at("again").addEventListener("click", () => outbox.send());
at("file").addEventListener("click", () => unsentFile(outbox));
at("codes").addEventListener("click", () => unsentCodes(outbox, at("carried")));
at("log").addEventListener("toggle", told);
at("returned").querySelector("button").addEventListener("click", () => {
  choose("rows");
  show();
  screen.to(board.rows.find((row) => board.shown(row).check === "rejected")?.id);
});
// What is touched beside a field leaves it its keys: were they to go first, the touch would land where nothing is.
if (current.keypad) document.addEventListener("mousedown", (event) => { if (event.target.closest("button, summary, a")) event.preventDefault(); });

// Going out leaves nobody's list behind, but never what was not sent.
document.querySelector('form[action="/sign-out"]').addEventListener("submit", (event) => {
  const many = outbox.unsent.length;
  if (many && !confirm(`Не отправлено записей: ${many}. Они останутся на телефоне и уйдут, когда вы войдёте снова. Выйти?`)) { event.preventDefault(); return; }
  caches.delete("judge-1");
});
document.addEventListener("visibilitychange", () => { if (!document.hidden) { keepScreenOn(); board.refresh(); } });
addEventListener("online", () => board.refresh());

try {
  await outbox.open();
  await board.open();
  await fetched;
} catch (trouble) {
  at("unkept").hidden = false;
  throw trouble;
}
screen?.start();
root.dataset.open = "yes";
outbox.send();
keepScreenOn();
keepPage().catch(() => { root.dataset.ready = "online only"; });

const follow = () => {
  const stream = new EventSource(`/live/desk:${games}?seen=${board.list?.number ?? 0}`);
  stream.addEventListener("changed", () => board.soonRefresh());
};
follow();
