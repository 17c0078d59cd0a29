// Digits become what stands on paper while they are typed; what they are worth the server alone decides.
const CALLS = {
  NumpadDivide: "н/фин", KeyC: "н/фин",
  NumpadMultiply: "н/ст", KeyY: "н/ст",
  NumpadSubtract: "дискв", KeyL: "дискв",
  KeyD: "снят врачом",  // the key of «в»
};

// A keyboard without a numeric pad has the signs elsewhere: where «/» is on one layout, a Russian one has the full stop.
const SIGNS = { "/": "н/фин", "*": "н/ст", "-": "дискв" };

// A dash among attempts is one that was passed.
export function callOf(event, mask) {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  return CALLS[event.code] ?? (mask === "attempt" && event.key === "-" ? undefined : SIGNS[event.key]);
}
export const STATUSES = ["н/ст", "н/фин", "дискв", "снят врачом"];

// The text that is shown and sent for what was typed. Somebody who types the signs himself is left alone.
export function masked(field, typed) {
  const digits = /^\d+$/.test(typed);
  if (!digits) return typed;
  switch (field.mask) {
    case "time": return time(typed, field.decimals);
    case "attempt": return typed.length > field.decimals ? withComma(typed, field.decimals) : typed;
    case "decimal": return field.decimals > 0 && typed.length > field.decimals ? withComma(typed, field.decimals) : typed;
    case "score": return pair(typed);
    default: return typed;
  }
}

function time(digits, decimals) {
  const padded = digits.padStart(decimals + 1, "0");
  const part = decimals ? `,${padded.slice(-decimals)}` : "";
  let whole = decimals ? padded.slice(0, -decimals) : padded;
  const pieces = [];
  while (whole.length > 2 && pieces.length < 2) {
    pieces.unshift(whole.slice(-2));
    whole = whole.slice(0, -2);
  }
  return [String(Number(whole)), ...pieces].join(":") + part;
}

const withComma = (digits, decimals) => `${Number(digits.slice(0, -decimals))},${digits.slice(-decimals)}`;

// 32 is 3:2, 03 is 0:3, 2518 is 25:18; of three digits the shorter number is the one that leaves no other of ninety and more.
function pair(digits) {
  if (digits.length < 2) return digits;
  if (digits.length === 3 && digits[0] === "0") return `0:${Number(digits.slice(1))}`;
  if (digits.length % 2 === 0) return `${Number(digits.slice(0, digits.length / 2))}:${Number(digits.slice(digits.length / 2))}`;
  const [first, last] = [digits.slice(0, 2), digits.slice(1)];
  return Number(first) <= 60 ? `${Number(first)}:${Number(digits.slice(2))}` : `${digits[0]}:${Number(last)}`;
}

// Sets are parted by blanks. The last is still being typed: its digits are paired anew with each key.
export function sets(typed) {
  const pieces = typed.trimStart().split(/\s+/);
  return [...pieces.slice(0, -1), pair(pieces.at(-1).replace(/\D/g, ""))].join(" ");
}

// Thousandths of a second of a shown time; null for anything else. Only for the question whether it is likely.
export function thousandths(shown) {
  const found = /^(?:(\d+):)?(?:(\d+):)?(\d+)(?:,(\d{1,3}))?$/.exec(shown);
  if (!found) return null;
  const [, one, two, seconds, part] = found;
  const [hours, minutes] = two === undefined ? [0, one ?? 0] : [one, two];
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number((part ?? "0").padEnd(3, "0"));
}

export const impossible = (shown) => /:[6-9]\d(?!\d)/.test(shown);
