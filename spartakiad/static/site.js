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
  const follow = (city) => {
    sheet.replaceSync(city ? `[data-city="${CSS.escape(city)}"] { --row: var(--mine); --row-mark: var(--accent); --stroke: 7px; }` : "");
    for (const button of document.querySelectorAll("[data-follow]")) {
      button.setAttribute("aria-pressed", String(button.dataset.follow === city));
    }
  };
  follow(kept("city"));

  document.addEventListener("DOMContentLoaded", () => {
    const theme = document.getElementById("theme");
    theme.value = kept("theme");
    theme.addEventListener("change", () => { keep("theme", theme.value); paint(theme.value); });
    follow(kept("city"));
  });
  document.addEventListener("htmx:after:swap", () => follow(kept("city")));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-follow]");
    if (!button) return;
    keep("city", button.dataset.follow === kept("city") ? "" : button.dataset.follow);
    follow(kept("city"));
  });

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
