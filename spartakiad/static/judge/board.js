// The list of one contest as this device knows it: what the server said, and over it what was entered here since.
import * as store from "./store.js";
import { impossible, masked, sets, STATUSES, thousandths } from "./mask.js";

const UNKNOWN = "?";

export class Board {
  constructor(outbox, { games, contest, part }) {
    Object.assign(this, { outbox, games, contest, part, list: null, rows: [], listeners: [] });
    this.key = `${games}/${contest}/${part}`;
    outbox.onHeard = (changed) => this.heard(changed);
  }

  async open() {
    this.drafts = await store.drafts(this.key);
    const kept = await store.list(this.key);
    if (kept) this.put(kept);
    await this.refresh();
  }

  // Asks for what changed; without network the list that is kept stays.
  async refresh() {
    const query = new URLSearchParams(this.list ? { since: this.list.number, who: this.list.who, head: this.list.head ?? "" } : {});
    query.set("device", this.outbox.device);
    if (this.part) query.set("part", this.part);
    try {
      const response = await fetch(`/judge/${this.games}/${this.contest}/list?${query}`, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(20000) });
      if (!response.ok) return false;
      const fresh = await response.json();
      this.outbox.token = fresh.token;
      delete fresh.token;
      const lines = new Map((fresh.whole ? [] : this.list.rows).map((row) => [row.id, row]));
      for (const row of fresh.rows) lines.set(row.id, row);
      const whole = { ...fresh, rows: [...lines.values()] };
      await store.keepList(this.key, whole);
      this.put(whole);
      if (whole.final) await this.outbox.forget(this.contest);
      return true;
    } catch { return false; }
  }

  put(list) {
    this.list = list;
    this.rows = list.rows;
    this.told();
  }

  row(id) { return this.rows.find((row) => row.id === id); }

  // By the number on the back. One that nobody wears here is nobody's: the mark before it keeps it from being an athlete's own.
  byNumber(bib) { return this.rows.find((row) => this.bib(row) === bib); }
  stranger(bib) { return { id: bib === UNKNOWN ? UNKNOWN : `${UNKNOWN}${bib}`.slice(0, 10), bib, name: "номера нет в списке", team: "", version: 0, cells: {} }; }
  bib(row) { return row.bib || row.id; }
  bibOf(id) { const row = this.row(id); return row ? this.bib(row) : id.replace(/^\?(?=.)/, ""); }
  called(row) { return this.list.by_teams || this.list.by_matches ? row.name : `№ ${this.bib(row)}`; }
  get fields() { return this.list.fields; }

  // The newest record of this device about a line, where the server has not overtaken it.
  own(row) {
    const one = this.outbox.last(this.contest, row.id);
    if (!one || one.state !== "done" || this.ahead(one)) return one;
    const takenOff = !row.version && !one.undo;  // the list is newer and has it no longer
    return !takenOff && one.version >= row.version ? one : undefined;
  }

  // Of this device a record that the list from the server does not show yet.
  ahead(one) { return one.state === "saving" || one.state === "kept" || (one.state === "done" && one.number > this.list.number); }

  // What stands in the fields of a line, its state in one word, and what is to be read beside it.
  // A record that the server has taken is ahead of the list until this comes anew: the line never stands empty between.
  shown(row) {
    const own = this.own(row);
    const typed = own && (own.undo ? {} : own.cells);
    if (own && own.state !== "done") return { cells: typed, state: own.state, says: own.says ?? "" };
    return { cells: own?.version > row.version ? typed : row.cells, state: row.version || own?.state === "done" ? "done" : "", says: row.reason, read: own?.read ?? row.read, check: row.check, by: row.by };
  }

  // Keeps what was entered; the promise holds when it is on the disk.
  // `of`: the record of this device that is undone; without it the newest about this line is mended, but one of a number
  // that is in no list: two of them may be two people.
  async save(row, cells, { sure = false, stamp = "", of } = {}) {
    const mended = of ?? (row.id.startsWith(UNKNOWN) ? undefined : this.own(row));
    if (!of && !sure && mended && this.ahead(mended) && JSON.stringify(mended.cells) === JSON.stringify(cells)) {
      this.keepDraft(row, null);
      return mended;  // said already; a record that changes nothing could not be mended by the next
    }
    const before = this.drafts.get(row.id);
    const stood = of?.before ?? (this.row(row.id) ? this.shown(row).cells : {});
    const back = of && Object.keys(stood).length ? stood : undefined;  // a correction undone is what stood there before it
    const kept = this.outbox.add({
      contest: this.contest,
      part: this.part,
      kind: "mark",
      entrant: row.id,
      cells: back ?? cells,
      before: of ? undefined : stood,
      ...(before?.saw ?? saw(row)),
      sure: sure || Boolean(back),
      undo: Boolean(of) && !back,
      stamp,
      mends: mended,
    });
    this.told();
    const made = await kept;
    if (this.drafts.get(row.id) === before) this.keepDraft(row, null);  // what was begun meanwhile is another draft
    navigator.vibrate?.(30);
    this.told();
    return made;
  }

  // Judged here: what another person has compared already, a call in the place of a result; of digits an hour of 75
  // minutes, a time beyond the likely. The words come from the server's lists.
  question(row, cells) {
    const stands = this.row(row.id) ? this.shown(row) : { cells: {} };
    const before = Object.values(stands.cells).join(" "), typed = Object.values(cells);
    if (before && before === typed.join(" ") && stands.check === "rejected") {
      return { field: "raw", wrong: false, says: `Вернули: ${stands.says}. На бумаге так и есть – «Ввод» (Enter) ещё раз, нет – наберите верное.` };
    }
    const replaced = before && before !== typed.join(" ") && !STATUSES.includes(before);
    if (replaced && (stands.check === "confirmed" || typed.some((text) => STATUSES.includes(text)))) {
      const read = stands.read || before;
      return { field: "raw", wrong: false, says: `${stands.check === "confirmed" ? "Уже сверено с бумагой" : "Уже есть"}: ${read}. Заменить – «Ввод» (Enter) ещё раз.` };
    }
    if (this.timeless(cells)) return { field: "raw", wrong: true, says: "Времени ещё нет: остальное подождёт его в этой строке." };
    for (const field of this.fields) {
      const text = cells[field.name] ?? "";
      if (field.mask !== "time" || !text || STATUSES.includes(text)) continue;
      if (impossible(text)) return { field: field.name, wrong: true, says: "Минут и секунд не бывает 60 и больше. Сверьте с бумагой и наберите заново." };
      const time = thousandths(text);
      const { min, max } = this.list.plausible;
      if (field.name === "raw" && time !== null && (time < min || time > max)) {
        return { field: field.name, wrong: false, says: `${text} – так бывает редко. Верно – «Ввод» (Enter) ещё раз, нет – наберите заново.` };
      }
    }
    return "";
  }

  // Misses that are known before their time are no result yet.
  timeless(cells) {
    const typed = (mask) => this.fields.some((field) => field.mask === mask && field.name !== "start" && cells[field.name]);
    return this.list.mark === "time" && typed("count") && !typed("time");
  }

  // What is typed so far, for a battery that dies: kept with each key, and with it what the judge had before him when he
  // began.
  keepDraft(row, typed) {
    const draft = typed && { cells: typed, saw: this.drafts.get(row.id)?.saw ?? { ...saw(this.row(row.id) ?? row), line: row.line ?? "" } };
    draft ? this.drafts.set(row.id, draft) : this.drafts.delete(row.id);
    return store.keepDraft(`${this.key}/${row.id}`, draft);
  }

  // A draft of an earlier edition of this page does not say what its judge saw: it is of the line as it is.
  draft(row) {
    const kept = this.drafts.get(row.id);
    return kept && (kept.cells ?? kept);
  }

  heard() {
    this.told();
    this.soonRefresh();
  }

  soonRefresh() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.refresh(), 300);
  }

  told() { for (const listener of this.listeners) listener(this); }
}

// What the judge has before him: whose line it is, which mark stands in it and in which version.
const saw = (row) => ({ seen: row.version ?? 0, line: row.line ?? "", over: row.over ?? "" });

export const written = (field, typed) => (field.mask === "sets" ? sets(typed) : masked(field, typed));
