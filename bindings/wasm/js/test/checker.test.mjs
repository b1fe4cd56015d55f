// The small module answers as the whole one does, from a bundle.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Engine } from "interlink";
import { Checker, InterlinkError } from "interlink/check";

import { command, founding, model, root, vectors } from "./helpers.mjs";

const DAY = 86_400_000;
const types = readFileSync(new URL("bindings/wasm/js/src/types.ts", root), "utf8");
const permissions = types.match(/export type Permission =([^;]+);/)[1].match(/"[a-z_.]+"/g).map((name) => JSON.parse(name));

/** Everybody whom a bundle names, and somebody whom nobody knows. */
function people(bundle) {
  const lines = bundle.trimEnd().split("\n").map((line) => JSON.parse(line.slice(65)));
  return lines.filter(({ pseudonym_link: link }) => link?.person_id).map(({ pseudonym_link: link }) => link.host_id).concat("nobody at all");
}

/** How an act ends: with what it gives, or with what is wrong. */
function said(act) {
  try {
    return act();
  } catch (error) {
    assert.ok(error instanceof Error && error.name === "InterlinkError", error);
    const { code, message, help, details, reasons } = error;
    // A request has its name before the path to the fault.
    return { code, message, help, details, reasons, path: error.path?.replace(/^\/check/, "") };
  }
}

function alike(engine, process, at) {
  const bundle = engine.exportBundle(process, { vault: true });
  const checker = new Checker(bundle);
  assert.equal(checker.process, process);
  assert.equal(checker.knownAsOf, JSON.parse(bundle.slice(65, bundle.indexOf("\n"))).exported_at);
  const tree = engine.request("tree", { process });
  const items = [undefined, "0".repeat(32)];
  const walk = (item) => (items.push(item.item), (item.children ?? []).forEach(walk));
  tree.phases.forEach(walk);
  const questions = people(bundle).flatMap((actor) =>
    permissions.flatMap((permission) => items.flatMap((item) => [at - DAY, at, at + 400 * DAY].map((at) => ({ actor, permission, process, item, at })))),
  );
  for (const question of questions) assert.deepEqual(said(() => checker.check(question)), said(() => engine.check(question)));
  const known = questions.filter(({ item }) => item !== items[1]);
  const answers = checker.allowsMany(known);
  assert.deepEqual(answers, engine.allowsMany(known));
  assert.deepEqual(answers, known.map((question) => checker.allows(question)));
  checker.free();
  return answers.filter((yes) => yes).length;
}

for (const { name, requests } of vectors()) {
  test(`${name}: every check, from a bundle`, () => {
    const engine = Engine.memory();
    const processes = new Set(requests.flatMap((request) => [...engine.requestJson(request).matchAll(/"stream":"process\/([0-9a-f]{32})"/g)].map(([, id]) => id)));
    const there = [...processes].filter((process) => typeof said(() => engine.exportBundle(process)) === "string");
    const yes = there.reduce((yes, process) => yes + alike(engine, process, Date.UTC(2026, 5, 1)), 0);
    assert.ok(yes > 0 || there.length === 0);
    engine.free();
  });
}

/** A city, a notice and a process that requires a consent. */
function city(engine) {
  const { stream } = engine.execute(founding("anna", "city"));
  const organisation_id = stream.slice("organisation/".length);
  const { document: notice } = engine.addDocument(JSON.parse(readFileSync(new URL("examples/src/notice.json", root))));
  engine.execute(command("anna", "notice.publish", { notice }, stream));
  const data = { name: { en: "A garden" }, language: "en", governance: model(engine) };
  const process = engine.execute(command("anna", "process.create", data)).stream;
  engine.execute(command("anna", "purpose.require", { organisation: "city", purpose: "keep-in-touch" }, process));
  const consent = { notice, organisation: "city", purpose: "keep-in-touch", language: "en", method: "form", valid: { days: 30 } };
  const { events } = engine.execute(command("anna", "consent.give", consent));
  return { organisation_id, process: process.slice("process/".length), at: Date.parse(events[0].at) };
}

test("consents, as the whole library sees them", () => {
  const engine = Engine.memory();
  const { organisation_id, process, at } = city(engine);
  assert.ok(alike(engine, process, at) > 0);
  const checker = new Checker(new TextEncoder().encode(engine.exportBundle(process, { vault: true })).buffer);
  for (const person of ["anna", "bruno"]) {
    const questions = [at - 1, at, at + 31 * DAY].map((at) => ({ person, organisation_id, purpose: "keep-in-touch", at }));
    assert.deepEqual(questions.map((question) => checker.consents(question)), [false, person === "anna", false]);
    assert.deepEqual(checker.consentsMany(questions), engine.consentsMany(questions));
    for (const question of questions) {
      assert.deepEqual(checker.consent(question), engine.request("consent", { ...question, at: new Date(question.at).toISOString() }));
    }
  }
  checker.free();
  checker.free();
  assert.throws(() => checker.consents({ person: "anna", organisation_id, purpose: "keep-in-touch", at }), { code: "call.closed" });
  engine.free();
});

test("what is no bundle, and what is no question", () => {
  const engine = Engine.memory();
  const { organisation_id, process, at } = city(engine);
  const bundle = engine.exportBundle(process, { vault: true });
  const values = [undefined, null, 0, NaN, "", "\ud800", "x".repeat(1e6), [], {}, () => 0, Symbol.iterator, new Date(NaN), new Uint8Array(9)];
  for (const value of [...values, bundle.slice(1), bundle.replace("anna", "anja"), bundle.slice(0, -9)]) {
    assert.throws(() => new Checker(value), (error) => error instanceof InterlinkError || error instanceof TypeError);
  }
  const checker = new Checker(bundle);
  const wrong = (act) => assert.throws(act, (error) => error instanceof InterlinkError || error instanceof TypeError);
  for (const value of values) {
    const question = { actor: "anna", permission: "item.add", process, at };
    const about = { person: "anna", organisation_id, purpose: "keep-in-touch", at };
    for (const name of ["permission", "process"]) wrong(() => checker.allows({ ...question, [name]: value }));
    for (const name of ["organisation_id", "purpose"]) wrong(() => checker.consents({ ...about, [name]: value }));
    if (value != null) wrong(() => checker.check({ ...question, item: value }));
    // What counts as a number is a moment; a Symbol is not even none.
    if (typeof value === "symbol" || Number.isNaN(Number(value))) [() => checker.check({ ...question, at: value }), () => checker.consent({ ...about, at: value })].forEach(wrong);
  }
  assert.equal(checker.allows({ actor: "anna", permission: "item.add", process, at }), true);
  checker.free();
  engine.free();
});
