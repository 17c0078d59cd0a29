// Without network a link that this device has not kept leads to the browser's own page of an error: it says so instead,
// and the page stays. Where the network is slow the judge is told, and says himself whether he follows a link all the
// same; going out takes the pages of this device along, so that waits for the server.
import { el } from "./page.js";

const PATIENCE = 4000;
const UNHEARD = 700;  // milliseconds after which whoever touched asks himself whether it was heard
const STAYS = "Эта страница остаётся, записи целы.";
let sure = false, asked = 0;

const kept = async (address) => "caches" in window && Boolean(await caches.match(address.split("#")[0]));

// "yes", "no" or "slow": nothing has come in time.
async function reached() {
  if (!navigator.onLine) return "no";
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) })).ok ? "yes" : "no";
  } catch (trouble) {
    return trouble.name === "TimeoutError" ? "slow" : "no";
  }
}

function tell(place, ...words) {
  silent();
  const says = el("p", { class: "notice warn", id: "no-network", role: "alert" }, words);
  (place.closest(".card") ?? place.closest("main p, li, .me, nav, footer p") ?? place).after(says);  // all of a card is its link
  says.scrollIntoView({ block: "nearest" });
}
const silent = () => document.getElementById("no-network")?.remove();

// `go` where the server answers; of several touches the last is meant.
async function leave(place, what, verb, go) {
  const mine = ++asked;
  const waiting = setTimeout(() => tell(place, `«${what}»: жду ответа сервера.`), UNHEARD);
  const answer = await reached();
  clearTimeout(waiting);
  if (mine !== asked) return;
  silent();
  if (answer === "yes") return go();
  if (answer === "no") return tell(place, `«${what}» без сети не ${verb}. ${STAYS}`);
  const slow = `«${what}»: связь медленная, ответа пока нет.`;
  if (!place.href) return tell(place, `${slow} ${STAYS} Попробуйте ещё раз.`);
  const anyway = el("button", { type: "button" }, "Не ждать");
  anyway.addEventListener("click", go);
  tell(place, `${slow} ${STAYS} `, anyway);
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.origin !== location.origin || link.download || link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  const go = () => location.assign(link.href);
  if (await kept(link.href)) go();
  else leave(link, link.textContent.trim(), "открыть", go);
});

// Heard before all others: what is done when somebody goes out is not done where he cannot.
document.addEventListener("submit", (event) => {
  if (sure || event.target.method !== "post") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { target, submitter } = event;
  leave(target, (submitter ?? target).textContent.trim(), "получится", () => { sure = true; target.requestSubmit(submitter); sure = false; });
}, true);
addEventListener("online", silent);
