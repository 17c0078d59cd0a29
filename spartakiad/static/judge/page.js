// Small pieces of the screens: an element, the mark of a state.
export function el(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...[children].flat());
  return made;
}

const WORDS = { saving: "сохраняется", kept: "на телефоне", done: "отправлено", held: "у секретариата", refused: "не принято", strange: "требует внимания", "": "" };

export function marker(place, { state, read, check, by }) {
  const words = check === "confirmed" ? "сверено" : check === "rejected" ? "возвращено" : WORDS[state];
  place.textContent = [read, words, state === "done" && by ? `· ${by}` : ""].filter(Boolean).join(" ");
}
