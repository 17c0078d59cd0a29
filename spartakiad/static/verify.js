// A file is hashed where it is: only its SHA-256 goes to the site. A browser that cannot (no https) sends the file itself.
(() => {
  if (!globalThis.crypto?.subtle) return;
  const form = document.getElementById("drop");
  const field = document.getElementById("f-file");
  const hint = document.getElementById("f-file-hint");
  hint.textContent = hint.dataset.here;

  const check = async (file) => {
    const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const digits = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    location.assign(`/verify?hash=${digits}`);
  };
  form.addEventListener("submit", (event) => {
    if (!field.files[0]) return;
    event.preventDefault();
    check(field.files[0]);
  });
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) check(event.dataTransfer.files[0]);
  });
})();
