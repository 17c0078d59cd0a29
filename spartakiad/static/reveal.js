// The hall's remote control and the arrows of a keyboard announce the next place; Space and Enter do it on the button.
const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);

addEventListener("keydown", (event) => {
  const form = document.getElementById("next");
  const elsewhere = event.target.closest("a, button, input, select, textarea");
  if (!form || event.repeat || !NEXT.has(event.key)) return;
  if (elsewhere && (event.key === " " || event.key === "Enter" || !form.contains(elsewhere))) return;
  event.preventDefault();
  form.requestSubmit();
});
