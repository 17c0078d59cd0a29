// Without network a link that this device has not kept leads to the browser's own page of an error: it says so instead,
// and the page stays.
import { el } from "./page.js";

const PATIENCE = 4000;
let sure = false;

const kept = async (address) => "caches" in window && Boolean(await caches.match(address.split("#")[0]));

async function reached() {
  if (!navigator.onLine) return false;
  try { return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) })).ok; } catch { return false; }
}

function stay(place, what, verb) {
  silent();
  const says = el("p", { class: "notice warn", id: "no-network", role: "alert" }, `«${what}» без сети не ${verb}. Эта страница остаётся, записи целы.`);
  (place.closest("main p, li, .me, nav, footer p") ?? place).after(says);
  says.scrollIntoView({ block: "nearest" });
}
const silent = () => document.getElementById("no-network")?.remove();

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.origin !== location.origin || link.download || link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  if (await kept(link.href) || await reached()) location.assign(link.href);
  else stay(link, link.textContent.trim(), "открыть");
});

// Heard before all others: what is done when somebody goes out is not done where he cannot.
document.addEventListener("submit", async (event) => {
  if (sure || event.target.method !== "post") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { target, submitter } = event;
  if (await reached()) { sure = true; target.requestSubmit(submitter); sure = false; } else stay(target, (submitter ?? target).textContent.trim(), "получится");
}, true);
addEventListener("online", silent);
