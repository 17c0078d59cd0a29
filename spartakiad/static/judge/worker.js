// Serves the entry screens without network. Everything else, and everything while there is one, comes from the server.
const KEPT = "judge-1";
const PATIENCE = 4000;
const OURS = /^\/judge\/(?!card(\/|$))[^/]+(\/[^/]+\/entry)?$/;  // the list of one's contests and the entry screens

const address = (request) => new URL(request.url);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(tidied()));

async function tidied() {
  for (const name of await caches.keys()) if (name.startsWith("judge-") && name !== KEPT) await caches.delete(name);
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { origin, pathname } = address(event.request);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(fromHere(event.request));
  else if (event.request.mode === "navigate" && OURS.test(pathname)) event.respondWith(fromThere(event.request));
});

async function fromHere(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) (await caches.open(KEPT)).put(request, fresh.clone());
  return fresh;
}

// A network that takes longer than this is none. A page that leads to the sign-in is not kept.
async function fromThere(request) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request.url);
  try {
    const waited = kept ? { signal: AbortSignal.timeout(PATIENCE) } : {};
    const fresh = await fetch(request.url, { credentials: "same-origin", redirect: "manual", ...waited });
    if (fresh.ok && OURS.test(address(request).pathname)) await cache.put(request.url, fresh.clone());
    return fresh.status < 500 || !kept ? fresh : kept;
  } catch (trouble) {
    if (kept) return kept;
    throw trouble;
  }
}
