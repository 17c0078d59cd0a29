// The hall's screen: one page after another, fetched anew when the Games move on, marked while there is no network.
const HOLD = 10_000; // milliseconds a page is shown
const LOOK = 10_000; // between two looks at the server; a change is told at once
const REST = 60_000; // between two looks at what is still possible

const hall = () => document.getElementById("hall");
const pages = () => [...document.querySelectorAll("#boards > article")];
const clock = (moment) => moment.toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit" });
let shown = "", heard = new Date(), failed = 0, stream = null, possible = [], asked = 0, looking = false, served = hall().outerHTML;

// Nothing is cut: where the widest row, or the only one, does not fit, the letters of the page are smaller. A word without
// end is broken sooner than the letters become half as large.
function fit(page) {
  const high = () => page.scrollHeight > page.clientHeight + 1 && page.querySelectorAll("tbody tr").length < 2;
  const over = () => page.scrollWidth > page.clientWidth || high();
  page.style.fontSize = "";
  page.classList.remove("breaks");
  for (let part = 100; part > 20 && over(); ) {
    page.style.fontSize = `${(part -= 4)}%`;
    page.classList.toggle("breaks", part < 60);
  }
}

// What a page cannot hold goes to a page of its own, as many rows on each.
function split(page) {
  const rows = page.querySelector("tbody");
  if (!rows || page.scrollHeight <= page.clientHeight + 1 || rows.rows.length < 2) return;
  const rest = page.cloneNode(true);
  rest.id = `${page.id}-more`;
  rest.querySelector("tbody").replaceChildren();
  const all = rows.rows.length;
  const over = () => rest.querySelector("tbody").prepend(rows.lastElementChild);
  while (page.scrollHeight > page.clientHeight + 1 && rows.rows.length > 1) over();
  const even = Math.ceil(all / Math.ceil(all / rows.rows.length));
  while (rows.rows.length > even) over();
  page.after(rest);
}

function show(id) {
  const all = pages();
  const stays = all.find((page) => page.hasAttribute("data-fresh"));
  const page = stays || all.find((one) => one.id === id) || all[0];
  for (const one of all) one.hidden = one !== page;
  shown = page.id;
  fit(page);
  split(page);
  fit(page);
}

function next() {
  const all = pages();
  show(all[(all.findIndex((page) => page.id === shown) + 1) % all.length].id);
  say();
}

function say() {
  document.getElementById("heard").textContent = `${clock(new Date())} · обновлено в ${clock(heard)}`;
  const lost = failed > 1 || (failed && !navigator.onLine);
  document.getElementById("lost").textContent = lost ? `нет связи с ${clock(heard)}` : "";
}

async function text(address) {
  const answer = await fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(8000) });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

const code = (page) => [...page.querySelectorAll("head link, head script")].map((one) => one.outerHTML).join();

async function look() {
  if (looking) return;
  looking = true;
  try {
    const fresh = await text(location.href);
    heard = new Date();
    failed = 0;
    if (code(fresh) !== code(document)) return location.reload();
    const now = fresh.getElementById("hall");
    if (now.outerHTML !== served) put(now);
    follow();
    await stakes();
  } catch {
    failed += 1;
  } finally {
    looking = false;
    say();
  }
}

function put(now) {
  served = now.outerHTML;
  hall().replaceWith(document.adoptNode(now));
  add();
  show(shown);
}

// The board that takes the server longest is fetched apart, and seldom.
async function stakes() {
  if (Date.now() - asked < REST || pages().some((page) => page.dataset.kind === "reveal")) return;
  asked = Date.now();
  const fresh = await text(hall().dataset.possible);
  possible = [...fresh.querySelectorAll("#possible > article")];
  add();
}

function add() {
  for (const page of pages()) if (page.dataset.kind === "possible") page.remove();
  if (pages().some((page) => page.dataset.kind === "reveal")) return;
  const copies = possible.map((page) => Object.assign(page.cloneNode(true), { hidden: true }));
  document.getElementById("boards").append(...copies);
  if (!pages().some((page) => !page.hidden)) show(shown);
}

function follow() {
  if (stream && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource(`/live/${hall().dataset.stream}?seen=${hall().dataset.number}`);
  stream.addEventListener("changed", look);
}

document.documentElement.classList.add("turning");
navigator.wakeLock?.request("screen").catch(() => {});
show("");
say();
setInterval(next, HOLD);
setInterval(look, LOOK);
addEventListener("resize", () => show(shown));
addEventListener("online", look);
addEventListener("offline", () => { failed += 1; say(); look(); });
look();
