// The look a reader has chosen: light or dark, and the city he follows. Both stay in his browser; no page depends on them.
// Loaded in the head without defer, so that the theme stands before the first paint.
(() => {
  const root = document.documentElement;
  const kept = (key) => { try { return localStorage.getItem(key) || ""; } catch { return ""; } };
  const keep = (key, value) => {
    try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* private browsing */ }
  };

  const paint = (theme) => { theme ? root.dataset.theme = theme : delete root.dataset.theme; };
  paint(kept("theme"));

  // A rule, not a class on the rows: rows come anew with every change of the standings, the rule stays.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const shown = (element) => element && element.getClientRects().length > 0;
  const rowsOf = (city) => city ? [...document.querySelectorAll(`[data-city="${CSS.escape(city)}"][data-told]`)] : [];
  const follow = (city) => {
    sheet.replaceSync(city ? `[data-city="${CSS.escape(city)}"] { --row: var(--mine); --row-mark: var(--accent); --stroke: 7px; }` : "");
    for (const button of document.querySelectorAll("[data-follow]")) {
      button.setAttribute("aria-pressed", String(button.dataset.follow === city));
    }
    for (const choice of document.querySelectorAll("[data-my-city]")) {
      choice.value = city;
      if (choice.selectedIndex < 0) choice.value = "";
    }
    // The row of his city once more, above the table: the words are the server's.
    const rows = rowsOf(city);
    for (const own of document.querySelectorAll("[data-own]")) {
      own.hidden = !rows.length;
      if (!rows.length) continue;
      own.dataset.city = city;
      own.firstElementChild.href = rows[0].querySelector("a").href;
      own.firstElementChild.textContent = rows.map((row) => row.dataset.told).join("; ");
    }
  };

  // «…/standings#vologda» leads to that team, in the table or, on a telephone, to its unfolded line. An unfolded line is
  // written into the address, so that «back» finds it as it was.
  const pointed = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, pointed];
  const point = () => {
    const team = decodeURIComponent(location.hash.slice(1));
    const found = ["phone-", "row-"].map((kind) => document.getElementById(kind + team)).filter(Boolean);
    pointed.replaceSync(found.map((one) => `#${CSS.escape(one.id)} { --row-mark: var(--ring-inner); }`).join(" "));
    const target = found.find(shown);
    if (!target) return;
    const fold = target.querySelector("details");
    if (fold) fold.open = true;
    if (!performance.getEntriesByType("navigation").some((one) => one.type === "back_forward")) target.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", point);
  document.addEventListener("toggle", (event) => {
    const line = event.target.closest?.(".board li[id^=phone-]");
    if (!line || event.target.parentElement !== line) return;
    const team = `#${line.id.slice("phone-".length)}`;
    if (event.target.open) history.replaceState(history.state, "", team);
    else if (location.hash === team) history.replaceState(history.state, "", location.pathname + location.search);
  }, true);
  follow(kept("city"));

  document.addEventListener("DOMContentLoaded", () => {
    const theme = document.getElementById("theme");
    if (theme) theme.value = kept("theme"); // a frame of another site has no choice of it
    theme?.addEventListener("change", () => { keep("theme", theme.value); paint(theme.value); });
    follow(kept("city"));
    if (location.hash) point();
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-my-city]")) return;
    keep("city", event.target.value);
    follow(kept("city"));
  });
  document.addEventListener("htmx:after:swap", () => follow(kept("city")));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-follow]");
    if (!button) return;
    keep("city", button.dataset.follow === kept("city") ? "" : button.dataset.follow);
    follow(kept("city"));
  });

  // While the stream or the network is lost, a page that follows a Games says of which moment it is.
  let heard = new Date();
  const lost = (is) => {
    const line = document.getElementById("lost");
    if (!line || !document.getElementById("stream")) return;
    const at = heard.toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit" });
    line.textContent = is ? `Нет связи, данные на ${at}` : "";
  };
  const found = () => { heard = new Date(); lost(false); };
  const FULL = 503; // no room for one more stream: the page goes on looking by itself
  addEventListener("offline", () => lost(true));
  addEventListener("online", () => window.htmx?.trigger("#stream", "changed"));
  document.addEventListener("htmx:sse:error", (event) => { if (event.detail?.status !== FULL) lost(true); });
  document.addEventListener("htmx:after:swap", found);
  document.addEventListener("htmx:sse:after:connection", found);
  document.addEventListener("htmx:sse:after:message", found);

  // A table on the clipboard comes along with its merged cells; what is typed over it afterwards has no markup.
  let pasting = false;
  const markupOf = (field) => document.querySelector(`[data-markup-of="${CSS.escape(field.id || "-")}"]`);
  document.addEventListener("paste", (event) => {
    const markup = markupOf(event.target);
    if (!markup || event.target.value) return;
    const html = event.clipboardData.getData("text/html");
    markup.value = /<table/i.test(html) && html.length < 2000000 ? html : "";
    pasting = true;
  });
  document.addEventListener("input", (event) => {
    const markup = markupOf(event.target);
    if (markup && !pasting) markup.value = "";
    pasting = false;
  });
})();
