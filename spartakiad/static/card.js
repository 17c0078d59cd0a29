// The code of a venue card stands behind the # of its address: it goes into the form, and out of the address at once.
(() => {
  const take = () => {
    const code = location.hash.slice(1);
    if (!/^\d+$/.test(code)) return;
    history.replaceState(null, "", location.pathname);
    const field = document.getElementById("f-token");
    field.value = code;
    field.form.requestSubmit();
  };
  addEventListener("hashchange", take);
  take();

  // Pages that a device keeps for hours without network belong to the judge who opened them.
  for (const form of document.querySelectorAll("form[data-judge]")) {
    form.addEventListener("submit", async () => {
      for (const name of await globalThis.caches?.keys() ?? []) if (name.startsWith("judge-")) globalThis.caches.delete(name);
    });
  }
})();
