// A record in a database: what was acknowledged stays, what was refused leaves nothing, two tabs lose nothing. The database
// here is one in memory that behaves as a browser's does; chromium.test.mjs does the same with a real one.

import "fake-indexeddb/auto";

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { openDB } from "idb";
import { InterlinkError, StoredEngine } from "interlink";

import { command, founding, model } from "./helpers.mjs";

let record = 0;
const fresh = () => `record ${record++}`;
const streams = (engine) => engine.request("verify", {}).streams.length;

async function rows(name) {
  const database = await openDB(`interlink:${name}`);
  const all = { journal: await database.getAll("journal"), vault: await database.getAll("vault") };
  database.close();
  return all;
}

async function opened(name, act) {
  const engine = await StoredEngine.open(name);
  try {
    return await act(engine);
  } finally {
    engine.close();
  }
}

/** Has the database refuse every new row while something is done, or until it is told to relent. */
async function refusing(error, act) {
  const real = IDBObjectStore.prototype.add;
  const relent = () => void (IDBObjectStore.prototype.add = real);
  IDBObjectStore.prototype.add = () => {
    throw error;
  };
  await Promise.resolve(act(relent)).finally(relent);
}

test("what was acknowledged is there when the record is opened again", async () => {
  const name = fresh();
  const before = await opened(name, async (engine) => {
    await engine.execute(founding("anna", "city"));
    const created = await engine.execute(command("anna", "process.create", { name: { en: "A garden" }, language: "en", governance: model(engine) }));
    const process = created.stream.split("/")[1];
    return { process, bundle: engine.exportBundle(process, { vault: true }) };
  });
  await opened(name, (engine) => assert.equal(engine.exportBundle(before.process, { vault: true }), before.bundle));
});

test("what is refused leaves nothing", async () => {
  const name = fresh();
  await opened(name, async (engine) => {
    await engine.execute(founding("anna", "city"));
    const before = await rows(name);
    await assert.rejects(engine.execute(founding("anna", "city")), InterlinkError);
    assert.deepEqual(await rows(name), before);
  });
});

test("what is dated ahead of the page's clock is refused, and leaves nothing", async () => {
  const name = fresh();
  await opened(name, async (engine) => {
    const ahead = { ...founding("anna", "city"), at: new Date(Date.now() + 365 * 86_400_000).toISOString() };
    await assert.rejects(engine.execute(ahead), { code: "time.ahead" });
    assert.deepEqual(await rows(name), { journal: [], vault: [] });
    await engine.execute({ ...ahead, at: new Date(Date.now() + 60_000).toISOString() });
    assert.equal(engine.position, 1);
  });
});

test("an engine knows the position that its latest answer is of, whatever other tabs do", async () => {
  const name = fresh();
  const [one, other] = [await StoredEngine.open(name), await StoredEngine.open(name)];
  await one.execute(founding("anna", "city"));
  await other.refresh();
  assert.deepEqual([one.position, streams(other), other.position], [1, 1, 1]);
  await other.execute(founding("anna", "club"));
  await one.refresh();
  assert.equal(one.position, 1, "it has heard of more, and has not answered yet");
  assert.deepEqual([streams(one), one.position], [2, 2]);
  await refusing(new DOMException("no room", "QuotaExceededError"), () => assert.rejects(one.execute(founding("anna", "team")), { code: "store.failed" }));
  assert.equal(one.position, 2, "what was not written has no position");
  one.close();
  other.close();
  await opened(name, (engine) => assert.equal(engine.position, 2));
});

test("what cannot be written is refused, forgotten and can be tried again", async () => {
  const name = fresh();
  await opened(name, async (engine) => {
    await engine.execute(founding("anna", "city"));
    const wanted = founding("anna", "club");
    await refusing(new DOMException("no room", "QuotaExceededError"), () => assert.rejects(engine.execute(wanted), { code: "store.failed" }));
    assert.equal(streams(engine), 1);
    await engine.execute(wanted);
    assert.equal(streams(engine), 2);
  });
  await opened(name, (engine) => assert.equal(streams(engine), 2));
});

test("a language that was chosen holds, also when the record had to be read again", async () => {
  await opened(fresh(), async (engine) => {
    const phrases = JSON.parse(readFileSync(new URL("../dist/phrases/es.json", import.meta.url)));
    await engine.addMessageCatalogue(phrases);
    engine.request("set_language", { language: "es" });
    const unknown = () => {
      try {
        engine.request("tree", { process: "0".repeat(32) });
      } catch ({ language }) {
        return language;
      }
    };
    assert.equal(unknown(), "es");
    await refusing(new DOMException("no room", "QuotaExceededError"), () => assert.rejects(engine.execute(founding("anna", "city")), { code: "store.failed" }));
    assert.equal(unknown(), "es");
  });
});

test("two tabs that write at once lose nothing, with locks and without", async () => {
  const name = fresh();
  const [one, other] = [await StoredEngine.open(name), await StoredEngine.open(name)];
  const founded = Array.from({ length: 40 }, (_, nth) => (nth % 2 ? one : other).execute(founding("anna", `city-${nth}`)));
  await Promise.all(founded);
  await Promise.all([one.refresh(), other.refresh()]);
  assert.deepEqual([streams(one), streams(other)], [40, 40]);
  one.close();
  other.close();
  await opened(name, (engine) => assert.equal(streams(engine), 40));
});

test("a command that is sent from two tabs is done once", async () => {
  const name = fresh();
  const [one, other] = [await StoredEngine.open(name), await StoredEngine.open(name)];
  const wanted = founding("anna", "city");
  const said = await Promise.all([one.execute(wanted), other.execute(wanted)]);
  assert.deepEqual(said.map((executed) => executed.repeated).sort(), [false, true]);
  assert.equal((await rows(name)).journal.length, 1);
  one.close();
  other.close();
});

test("another tab hears of a change", async () => {
  const name = fresh();
  const [one, other] = [await StoredEngine.open(name), await StoredEngine.open(name)];
  const heard = new Promise((resolve) => other.subscribe(resolve));
  await one.execute(founding("anna", "city"));
  await heard;
  assert.equal(streams(other), 1);
  one.close();
  other.close();
});

test("a change that came with a refused command is told, and a listener that throws hurts nobody", async () => {
  const name = fresh();
  const [one, other] = [await StoredEngine.open(name), await StoredEngine.open(name)];
  const real = globalThis.reportError;
  const [reported, told] = [[], []];
  globalThis.reportError = (error) => reported.push(error);
  try {
    other.subscribe(() => {
      throw new Error("mine");
    });
    other.subscribe(() => told.push(streams(other)));
    await one.execute(founding("anna", "city"));
    await assert.rejects(other.execute(founding("anna", "city")), InterlinkError);
    assert.deepEqual([told, reported.length], [[1], 1]);
  } finally {
    globalThis.reportError = real;
  }
  one.close();
  other.close();
});

test("who reads while a lost race is made good is answered as before", async () => {
  const name = fresh();
  await opened(name, async (engine) => {
    await engine.execute(founding("anna", "city"));
    const seen = new Set();
    const poll = setInterval(() => seen.add(streams(engine)), 0);
    await refusing(new DOMException("another was first", "ConstraintError"), async (relent) => {
      setTimeout(relent, 30);
      await engine.execute(founding("anna", "club"));
    }).finally(() => clearInterval(poll));
    assert.ok(!seen.has(0), [...seen].join());
    assert.equal(streams(engine), 2);
  });
});

test("closing lets a command be written to its end", async () => {
  const name = fresh();
  const engine = await StoredEngine.open(name);
  const done = engine.execute(founding("anna", "city"));
  await new Promise((resolve) => setTimeout(resolve, 0));
  engine.close();
  await done.catch((error) => assert.equal(error.code, "call.closed"));
  await assert.rejects(engine.execute(founding("anna", "club")), { code: "call.closed" });
  const kept = (await rows(name)).journal.length;
  assert.equal(kept, await done.then(() => 1, () => 0));
});

test("a record of a later layout says so", async () => {
  const name = fresh();
  (await openDB(`interlink:${name}`, 99)).close();
  await assert.rejects(StoredEngine.open(name), { code: "store.too_new" });
});

test("who is erased is gone from the database, and the record stands", async () => {
  const name = fresh();
  await opened(name, async (engine) => {
    const city = (await engine.execute(founding("anna-planted", "city"))).stream;
    await engine.execute(founding("anna-planted", "club"));
    const members = ["dora-planted", "eva-planted"];
    for (const person of members) await engine.execute(command("anna-planted", "member.add", { person }, city));
    const holds = async (text) => {
      const { journal, vault } = await rows(name);
      return [...journal, ...vault].some((row) => Buffer.from(row).includes(text));
    };
    assert.deepEqual([await holds("dora-planted"), await holds("eva-planted")], [true, true]);
    const { person_id: person } = engine.request("party", { host_id: "dora-planted" }).party;
    const erased = await engine.execute(command("anna-planted", "person.erase", { acting_for: "city", reason: "She asked." }, `person/${person}`));
    assert.equal(erased.scrubbed, true);
    assert.deepEqual([await holds("dora-planted"), await holds("eva-planted")], [false, true]);
    assert.equal(streams(engine), 3);
  });
});

test("a record that was damaged says so and opens nothing", async () => {
  const name = fresh();
  await opened(name, (engine) => engine.execute(founding("anna", "city")));
  const database = await openDB(`interlink:${name}`);
  await database.put("journal", Uint8Array.of(1, 9, 9), 0);
  database.close();
  await assert.rejects(StoredEngine.open(name), InterlinkError);
});
