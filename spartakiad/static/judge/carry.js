// What could not be sent leaves the device as a file or as codes that the secretariat scans, sealed by this session.
import { el } from "./page.js";
import { forServer } from "./outbox.js";

const IN_CODE = 5;  // records; a code of more is hard to scan from a screen
const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const utf8 = (text) => new TextEncoder().encode(text);

async function bundle(outbox, records) {
  const [games, device, first, text] = [outbox.games, outbox.device, outbox.all[0]?.n ?? 1, JSON.stringify(records.map(forServer))];
  const key = await crypto.subtle.importKey("raw", utf8(outbox.seal), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const proof = hex(await crypto.subtle.sign("HMAC", key, utf8(`${games} ${device} ${first} ${text}`)));
  return JSON.stringify({ games, device, session: outbox.session, first, records: text, proof });
}

export async function unsentFile(outbox) {
  const file = new Blob([await bundle(outbox, outbox.mine)], { type: "application/json" });
  const link = el("a", { href: URL.createObjectURL(file), download: `zapisi-${outbox.games}-${outbox.device.slice(0, 6)}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

export async function unsentCodes(outbox, place) {
  const { default: qrcode } = await import(place.dataset.codes);
  const mine = outbox.mine;
  const parts = [];
  for (let at = 0; at < mine.length; at += IN_CODE) parts.push(await bundle(outbox, mine.slice(at, at + IN_CODE)));
  place.replaceChildren(...parts.map((part, index) => {
    const code = qrcode(0, "L");
    code.addData(`${location.origin}/office/${outbox.games}/inbox/brought#${encode(part)}`);
    code.make();
    const picture = el("figure", {}, el("figcaption", {}, `Код ${index + 1} из ${parts.length}`));
    picture.insertAdjacentHTML("afterbegin", code.createSvgTag({ scalable: true, margin: 4 }));
    return picture;
  }));
}

const encode = (text) => btoa(String.fromCharCode(...utf8(text))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
