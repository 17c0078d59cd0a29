// What a device keeps: records it made (they are never rewritten but for what the server answered), drafts, lists, notes.
const NAME = "spartakiad-judge";

let opened;
const base = () => (opened ??= new Promise((resolve, reject) => {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => {
    const records = asked.result.createObjectStore("records", { keyPath: ["games", "n"] });
    records.createIndex("line", ["games", "contest", "entrant"]);
    for (const name of ["drafts", "lists", "notes"]) asked.result.createObjectStore(name);
  };
  asked.onsuccess = () => {
    asked.result.onversionchange = () => asked.result.close();
    resolve(asked.result);
  };
  asked.onerror = () => reject(asked.error);
}));

// `work` gets the stores and returns a request or nothing; the promise holds when the transaction is on the disk.
async function within(names, mode, work) {
  const database = await base();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode, { durability: "strict" });
    let asked;
    transaction.oncomplete = () => resolve(asked?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
    asked = work(...names.map((name) => transaction.objectStore(name)));
  });
}

const of = (games) => IDBKeyRange.bound([games, 0], [games, Infinity]);

// Gives each record its number, one more than the last of this Games on this device, and keeps all in one transaction:
// many that were entered at once wait for the disk once. `beside`: what is changed with them.
export async function add(entered, beside = []) {
  const database = await base();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(["records", "notes"], "readwrite", { durability: "strict" });
    const [records, notes] = [transaction.objectStore("records"), transaction.objectStore("notes")];
    const made = entered.map((record) => ({ ...record, state: "kept" }));
    for (const one of beside) records.put(one);
    const key = `count-${made[0].games}`;
    const counter = notes.get(key);
    counter.onsuccess = () => {
      const last = counter.result ?? 0;
      made.forEach((record, index) => records.add(Object.assign(record, { n: last + index + 1 })));
      notes.put(last + made.length, key);
    };
    transaction.oncomplete = () => resolve(made);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const records = (games) => within(["records"], "readonly", (store) => store.getAll(of(games)));
export const change = (changed) => within(["records"], "readwrite", (store) => { for (const one of changed) store.put(one); });
export const drop = (gone) => within(["records"], "readwrite", (store) => { for (const one of gone) store.delete([one.games, one.n]); });

export const note = (key) => within(["notes"], "readonly", (store) => store.get(key));
export const keepNote = (key, value) => within(["notes"], "readwrite", (store) => { store.put(value, key); });

export const list = (key) => within(["lists"], "readonly", (store) => store.get(key));
export const keepList = (key, value) => within(["lists"], "readwrite", (store) => { store.put(value, key); });

// Every draft of one list: the end of its key → what was typed.
export async function drafts(list) {
  const range = IDBKeyRange.bound(`${list}/`, `${list}/\uffff`);
  const [keys, values] = await Promise.all([
    within(["drafts"], "readonly", (store) => store.getAllKeys(range)),
    within(["drafts"], "readonly", (store) => store.getAll(range)),
  ]);
  return new Map(keys.map((key, at) => [key.slice(list.length + 1), values[at]]));
}
export const keepDraft = (key, value) => within(["drafts"], "readwrite", (store) => { value ? store.put(value, key) : store.delete(key); });

// This device, for ever: 80 random bits. crypto.randomUUID needs a secure page, this does not.
export async function device() {
  const known = await note("device");
  if (known) return known;
  const made = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  await keepNote("device", made);
  return note("device");
}
