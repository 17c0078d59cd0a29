// What a scanned code or a chosen file holds goes into the form; sending it is left to the one who looks at it.
(() => {
  const field = document.getElementById("f-bundle");
  const code = location.hash.slice(1);
  if (code) {
    const bytes = Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
    field.value = new TextDecoder().decode(bytes);
    history.replaceState(null, "", location.pathname);
  }
  document.getElementById("f-file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) field.value = await file.text();
  });
})();
