// The outbox: what was entered is kept here first, goes to the server in its order, and stays until the contest is official.
import * as store from "./store.js";

const BATCH = 50;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30000;
const AT_REST = 15000;

export class Outbox {
  constructor(games, who) {
    this.games = games;
    this.who = who;
    this.token = "";
    this.offlineSince = null;
    this.signedOut = false;
    this.listeners = [];
    this.pause = FIRST_PAUSE;
    this.all = [];
    this.moved = [];
    this.queue = [];
  }

  async open() {
    this.device = await store.device();
    await this.read();
    const soon = () => this.send();
    addEventListener("online", soon);
    addEventListener("pageshow", soon);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) soon(); });
    navigator.storage?.persist?.();
    this.told();
  }

  // Shown at once, kept in the order of the taps; the promise holds once the record is on this device's disk.
  // `mends`: the earlier record that this one mends.
  add({ mends, ...record }) {
    const made = { ...record, key: newKey(), games: this.games, who: this.who, at: now(), state: "saving" };
    this.all.push(made);
    this.told();
    return new Promise((resolve) => {
      this.queue.push({ made, mends, resolve });
      this.keep();
    });
  }

  // What came while the disk was busy is written together: a quick hand never waits in a row for it.
  async keep() {
    if (this.keeping) return;
    this.keeping = true;
    while (this.queue.length) {
      // One that mends another needs its number, and so waits until that one is kept.
      const unnumbered = this.queue.findIndex(({ mends }, index) => index > 0 && mends && !mends.n);
      const together = this.queue.splice(0, unnumbered < 0 ? Infinity : unnumbered);
      await this.write(together);
      this.told();
    }
    this.keeping = false;
    this.send();
  }

  // A record as it is called now: its number may have been another's at the server.
  present(one) { return this.all.find((other) => other.key === one.key) ?? one; }

  async write(together) {
    for (const { made, mends } of together) made.after = mends ? this.present(mends).n ?? 0 : 0;
    try {
      const kept = await store.add(together.map(({ made }) => made));
      together.forEach(({ made, resolve }, index) => resolve(Object.assign(made, kept[index])));
    } catch (trouble) {
      const lost = together.map(({ made }) => made);
      this.all = this.all.filter((one) => !lost.includes(one));
      this.onFull?.(lost, trouble);
      for (const { resolve } of together) resolve(undefined);
    }
  }

  // As the disk has them, and behind them what was still on its way there when the disk was asked, or came since.
  async read() {
    const asked = new Set(this.all.filter((one) => one.state !== "saving"));
    const kept = await store.records(this.games);
    const known = new Set(kept.map((one) => one.key));
    this.moved = kept.filter((one) => one.state === "moved");
    this.all = [...kept.filter((one) => one.state !== "moved"), ...this.all.filter((one) => !asked.has(one) && !known.has(one.key))];
  }

  get unsent() { return this.all.filter((one) => one.state === "kept" || one.state === "saving"); }
  get due() { return this.all.filter((one) => one.state === "kept"); }
  get mine() { return this.due.filter((one) => one.who === this.who); }
  get held() { return this.all.filter((one) => one.state === "held" || one.state === "strange"); }
  get sent() { return this.all.filter((one) => one.state !== "kept" && one.state !== "saving"); }
  last(contest, entrant) { return this.all.findLast((one) => one.kind === "mark" && one.contest === contest && one.entrant === entrant); }

  // One sender at a time, whatever tabs are open.
  async send() {
    clearTimeout(this.timer);
    if (this.sending) { this.again = true; return; }
    this.sending = true;
    try {
      do {
        this.again = false;
        await (navigator.locks?.request ? navigator.locks.request(`outbox-${this.games}`, () => this.exchange()) : this.exchange());
      } while (this.again);
      this.offlineSince = null;
      this.pause = FIRST_PAUSE;
      this.timer = setTimeout(() => this.send(), AT_REST);
    } catch (trouble) {
      this.offlineSince ??= new Date();
      this.timer = setTimeout(() => this.send(), this.pause * (0.75 + Math.random() / 2));
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    } finally {
      this.sending = false;
    }
    this.told();
  }

  async exchange() {
    await this.read();
    let more = true;
    while (more) {
      const waiting = this.due.slice(0, BATCH);
      const answer = await this.post(waiting);
      if (!answer) return;
      more = await this.take(answer) && this.due.length > 0;
      this.told();
    }
  }

  async post(records) {
    const numbers = (...those) => those.flat().map((one) => one.n).filter(Boolean);
    const known = numbers(this.all, this.moved);
    const body = {
      device: this.device,
      first: known.length ? Math.min(...known) : 1,
      sent: Math.max(0, ...numbers(this.sent, this.moved)),
      unsent: this.unsent.length,
      records: records.map((one) => ({ ...forServer(one), who: one.who })),  // on a shared device each keeps its own name
    };
    const response = await fetch(`/judge/${this.games}/_/records${location.search.includes("basis=word") ? "?basis=word" : ""}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Form-Token": this.token },
      body: JSON.stringify(body),
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(20000),
    });
    this.signedOut = response.type === "opaqueredirect" || response.status === 403 || response.status === 404;
    if (this.signedOut) return this.renewed();
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  // A new session has another token: the page is asked for it once, then the judge is told to sign in.
  async renewed() {
    const before = this.token;
    await this.onSignedOut?.();
    if (this.token !== before) { this.signedOut = false; this.again = true; }
    return null;
  }

  // Records the server says it does not have are sent again, the rest keeps what it was told. True where work is left.
  async take(answer) {
    this.token = answer.token;
    this.onNumber?.(answer.number);
    const said = new Map(answer.answers.map((one) => [one.n, one]));
    const changed = [];
    for (const one of [...this.all, ...this.moved]) {
      const heard = said.get(one.n);
      if (heard) changed.push(Object.assign(one, { state: heard.state, says: heard.says, read: heard.read, version: heard.version, number: heard.number, heard: now() }));
      else if (one.state !== "kept" && one.state !== "saving" && one.n > answer.last) changed.push(Object.assign(one, { state: "kept" }));
    }
    if (changed.length) await store.change(changed);
    await this.renumber(changed.filter((one) => one.state === "strange" && !this.mended(one)));
    this.onHeard?.(changed);
    return changed.length > 0;
  }

  // Under its number the server has somebody else's record: it goes under a new one. The old one stays, so that none is
  // missing.
  async renumber(taken) {
    if (!taken.length) return;
    const fresh = await store.add(taken.map(({ n, says, ...one }) => one), taken.map((one) => ({ ...one, state: "moved" })));
    // A touch that was removed is removed by its new number too.
    const removed = fresh.filter((one, index) => one.kind === "stamp" && this.all.some((other) => other.kind === "void" && other.entrant === String(taken[index].n)));
    const voids = removed.map(({ n, cells, ...one }) => ({ ...one, kind: "void", key: newKey(), entrant: String(n), cells: { raw: "" } }));
    if (voids.length) await store.add(voids);
    await this.read();
  }

  // Whether a later record says it anew; of two without a number in the list each may be another's.
  mended(one) {
    return one.kind === "mark" && !one.entrant.startsWith("?") && this.last(one.contest, one.entrant)?.n > one.n;
  }

  // What is official needs the device no longer.
  async forget(contest) {
    const gone = this.all.filter((one) => one.contest === contest && one.state === "done");
    if (gone.length) await store.drop(gone);
    await this.read();
    this.told();
  }

  told() { for (const listener of this.listeners) listener(this); }
}

// What the server gets of a record: what it would assume by itself is left out, a code of six of them is small enough to scan.
const FIELDS = { n: null, kind: "mark", contest: null, part: "", entrant: null, cells: null, seen: 0, after: 0, line: "", over: "", sure: false, undo: false, at: "" };
export const forServer = (record) => Object.fromEntries(Object.entries(FIELDS).filter(([name, usual]) => record[name] !== usual).map(([name]) => [name, record[name]]));

const newKey = () => crypto.getRandomValues(new Uint32Array(2)).join("-");

export function now() {
  const at = new Date();
  const ahead = -at.getTimezoneOffset();
  const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
  return new Date(at.getTime() + ahead * 60000).toISOString().slice(0, 23) + (ahead < 0 ? "-" : "+") + two(ahead / 60) + ":" + two(ahead % 60);
}
