// A table walked with the arrows from box to box, and a field that leads to a row by its number or the beginning of a name.
(() => {
  const inside = (cell) => cell?.querySelector("input:not([type=hidden]), select");

  // Arrows of a select change its value, so a table is walked from its boxes.
  document.addEventListener("keydown", (event) => {
    const table = event.target.closest("table[data-grid]");
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!table || !step || event.target.type !== "checkbox") return;
    const cell = event.target.closest("td");
    const rows = [...table.tBodies[0].rows];
    const next = rows[rows.indexOf(cell.parentElement) + step[0]]?.cells[cell.cellIndex + step[1]];
    const field = inside(next);
    if (!field) return;
    event.preventDefault();
    field.focus();
  });

  // «/» leads back to that field from anywhere but a text.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input:not([type=checkbox]), textarea")) return;
    const find = document.querySelector("[data-find]");
    if (!find) return;
    event.preventDefault();
    find.focus();
  });

  document.addEventListener("keydown", (event) => {
    const find = event.target.closest("[data-find]");
    if (!find || event.key !== "Enter") return;
    event.preventDefault();
    const wanted = find.value.trim().toLowerCase().replaceAll("ё", "е");
    if (!wanted) return;
    const names = (row) => row.dataset.found.replaceAll("ё", "е").split(" ");
    const rows = [...document.getElementById(find.dataset.find).tBodies[0].rows];
    const row = rows.find((one) => names(one)[0] === wanted) ?? rows.find((one) => names(one).some((word) => word.startsWith(wanted)));
    find.setAttribute("aria-invalid", String(!row));
    if (!row) return;
    find.value = "";
    [...row.cells].map(inside).find(Boolean)?.focus();
  });
})();
