// The key under the rows of a file says how many it would write: those that are ticked, and those mended that have no tick.
(() => {
  const form = document.querySelector("form[data-counts]");
  const button = form?.querySelector("button[data-forms]");
  if (!button) return;
  const forms = button.dataset.forms.split("|");
  const word = (many) => forms[many % 100 > 10 && many % 100 < 20 ? 2 : many % 10 === 1 ? 0 : many % 10 > 1 && many % 10 < 5 ? 1 : 2];
  const taken = (row) => {
    const tick = row.querySelector("input[type=checkbox]");
    return tick ? tick.checked : [...row.querySelectorAll("input:not([type=hidden])")].some((one) => one.value !== one.defaultValue);
  };
  form.addEventListener("input", () => {
    const many = [...form.querySelectorAll("tbody tr")].filter(taken).length;
    button.textContent = many ? `Записать ${many} ${word(many)}` : "Записать отмеченное";
  });
})();
