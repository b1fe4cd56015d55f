// Whatever comes in: a reason comes out, and the engine goes on.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Engine, InterlinkError } from "interlink";

import { founding, model } from "./helpers.mjs";

const engine = Engine.memory();
after(() => engine.free());

const deep = (levels) => "[".repeat(levels) + "]".repeat(levels);
const texts = [
  "", " ", "null", "{", "}", "[]", "{}", '"', "\u0000", "\ufeff{}", "{\"verify\":{}}x", '{"verify":{},"verify":{}}',
  '{"verify":null}', '{"verify":[]}', '{"nothing":{}}', '{"changes":{"after":-1,"limit":1}}', '{"changes":{"after":1e3,"limit":1}}',
  '{"changes":{"after":99999999999999999999,"limit":1}}', "\ud800", '{"tree":{"process":"\ud800"}}', deep(100_000),
  `{"tree":${deep(100_000)}}`, `{"execute":${"{\"a\":".repeat(50_000)}1${"}".repeat(50_000)}}`, "x".repeat(9_000_000),
  `{"document":{"document":"${"f".repeat(1_000_000)}"}}`,
];

test("texts that are no requests", () => {
  for (const text of texts) {
    const said = JSON.parse(engine.requestJson(text));
    assert.match(said.problem.code, /^[a-z_]+\.[a-z0-9_]+$/, text.slice(0, 60));
    assert.ok(said.problem.help.length > 0 && said.problem.message.length > 0);
  }
  assert.equal(engine.request("verify", {}).streams.length, 0);
});

const values = [undefined, null, 0, -1, NaN, Infinity, 2 ** 53, "", "\ud800", "x".repeat(1e6), [], {}, () => 0, Symbol.iterator, new Date(NaN), true, new Proxy({}, {})];

test("no text at all is a text that is no request", () => {
  for (const value of [undefined, null, 0, NaN, true, [], {}]) assert.ok(JSON.parse(engine.requestJson(value)).problem.code);
});

test("values that are none, wherever one is asked for", () => {
  for (const value of values) {
    const calls = [
      () => engine.execute(value),
      () => engine.executeMany(Array.isArray(value) ? [value] : value),
      () => engine.addDocument(value),
      () => engine.addMessageCatalogue(value),
      () => engine.importBundle(value),
      () => engine.addArchive(value),
      () => engine.request(value, value),
      () => engine.request("tree", value),
      () => engine.exportBundle(value),
      () => engine.check({ actor: value, permission: "task.start", process: value, at: value }),
      () => engine.allows({ actor: value, permission: "task.start", process: value, at: value }),
      () => engine.allows({ actor: "anna", permission: value, process: "0".repeat(32), item: value, at: 0 }),
      () => engine.allowsMany([{ actor: value, permission: value, process: value, item: value, at: value }]),
      () => engine.consents({ person: value, organisation_id: value, purpose: value, at: value }),
      () => engine.consentsMany([{ person: value, organisation_id: value, purpose: value, at: value }]),
    ];
    for (const call of calls) {
      assert.throws(call, (error) => error instanceof InterlinkError || error instanceof TypeError || error instanceof RangeError, `${call} of ${String(value).slice(0, 40)}`);
    }
  }
  assert.equal(engine.request("verify", {}).streams.length, 0);
});

test("a time that is none of the record's is refused by every way of asking", () => {
  for (const at of ["2030", "March 2, 2030", "2030-02-30T00:00:00.000Z", "2030-03-02T09:00:00", "2030-03-02 09:00:00Z", "2030-03-02T09:00:00+24:00"]) {
    const question = { actor: "anna", permission: "task.start", process: "0".repeat(32), at };
    assert.throws(() => engine.allows(question), { code: "time.malformed" }, at);
    assert.throws(() => engine.check(question), { code: "time.malformed" }, at);
    assert.throws(() => engine.allowsMany([question]), { code: "time.malformed" }, at);
  }
});

test("bytes that are no bundle and no archive", () => {
  const bytes = (length) => Uint8Array.from({ length }, (_, nth) => (nth * 7919) % 256);
  for (const length of [0, 1, 100, 10_000]) {
    assert.throws(() => engine.importBundle(bytes(length)), InterlinkError);
    assert.throws(() => engine.addArchive(bytes(length)), InterlinkError);
  }
});

test("after all that, the engine does its work", () => {
  engine.execute(founding("anna", "city"));
  assert.equal(engine.request("verify", {}).streams.length, 1);
  assert.match(model(engine), /^[0-9a-f]{64}$/);
});

test("a refusal carries its code, its path, its reasons and its help", () => {
  const refused = { id: "r1", at: "2026-03-03T09:00:00.000Z", actor: "zoe", entropy: "0123456789abcdef".repeat(2), type: "organisation.register", data: { kind: "citizen", name: { en: "x" }, organisation: 7, team_creation: "members" } };
  assert.throws(() => engine.execute(refused), (error) => {
    assert.ok(error instanceof InterlinkError && error instanceof Error && error.name === "InterlinkError");
    assert.equal(error.code, "json.wrong_type");
    assert.equal(error.path, "/data/organisation");
    assert.deepEqual(error.reasons, []);
    assert.ok(error.help.length > 0);
    return true;
  });
});

test("an engine that was closed says so, however often it is closed", () => {
  const closed = Engine.memory();
  closed.free();
  closed.free();
  closed[Symbol.dispose]?.();
  for (const call of [() => closed.requestJson("{}"), () => closed.allows({}), () => closed.request("verify", {}), () => closed.exportBundle("x")]) {
    assert.throws(call, { code: "call.closed" });
  }
});

test("50,000 engines, one after another, in bounded memory", () => {
  const memory = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  const live = (many) => {
    for (let left = many; left > 0; left--) {
      const engine = Engine.memory();
      engine.requestJson('{"verify":{}}');
      engine.free();
    }
  };
  live(1_000);
  const before = memory();
  live(49_000);
  assert.ok(memory() - before < 8 * 1024 * 1024, `${memory() - before} bytes more`);
});
