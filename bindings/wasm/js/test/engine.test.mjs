// What an engine gives, asked in every way that there is to ask.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { strToU8, zipSync } from "fflate";
import { Engine } from "interlink";

import { command, founding, model, root } from "./helpers.mjs";

const read = (path) => readFileSync(new URL(path, root));
const notice = JSON.parse(read("examples/src/notice.json"));
const idOf = (stream) => stream.slice(stream.indexOf("/") + 1);
const later = Date.UTC(2026, 5, 1);

/** A city with a notice, and a process in which Anna does everything and Bruno nothing. */
function city(engine) {
  const { stream } = engine.execute(founding("anna", "city"));
  const { document } = engine.addDocument(notice);
  engine.execute(command("anna", "notice.publish", { notice: document }, stream));
  const data = { name: { en: "A garden" }, language: "en", governance: model(engine) };
  const process = idOf(engine.execute(command("anna", "process.create", data)).stream);
  return { organisation_id: idOf(stream), document, process };
}

test("a check, many checks and an explanation say the same", () => {
  const engine = Engine.memory();
  const { process } = city(engine);
  const permissions = ["process.view", "item.add", "task.start", "role.grant"];
  const questions = ["anna", "bruno"].flatMap((actor) => permissions.map((permission) => ({ actor, permission, process, at: later })));
  const explained = questions.map((question) => engine.check(question).allowed);
  assert.deepEqual(explained, [true, true, true, true, false, false, false, false]);
  assert.deepEqual(questions.map((question) => engine.allows(question)), explained);
  assert.deepEqual(engine.allowsMany(questions), explained);
  for (const at of [new Date(later), new Date(later).toISOString()]) assert.equal(engine.allows({ ...questions[0], at }), true);
  engine.free();
});

test("a consent counts from when it is given until it is withdrawn, asked in every way", () => {
  const engine = Engine.memory();
  const { organisation_id, document } = city(engine);
  const purpose = "keep-in-touch";
  const about = { person: "dora", organisation_id, purpose };
  const said = (at) => {
    const answers = [engine.consents({ ...about, at }), ...engine.consentsMany([{ ...about, at }, { ...about, at: new Date(at) }])];
    assert.ok(answers.every((answer) => answer === answers[0]), String(answers));
    return answers[0];
  };
  const given = engine.execute(command("dora", "consent.give", { notice: document, organisation: "city", purpose, language: "en", method: "form", valid: { days: 30 } }));
  const at = Date.parse(given.events[0].at);
  assert.deepEqual([said(at - 1), said(at), said(at + 31 * 86_400_000)], [false, true, false]);
  const withdrawn = engine.execute(command("dora", "consent.withdraw", { organisation: "city", purpose }));
  assert.equal(said(Date.parse(withdrawn.events[0].at)), false);
  assert.equal(engine.consents({ ...about, person: "nobody", at }), false);
  engine.free();
});

test("an engine knows the position that its latest answer is of", () => {
  const engine = Engine.memory();
  assert.equal(engine.position, 0);
  const { process } = city(engine);
  const here = engine.position;
  assert.equal(here, engine.request("changes", { after: 0, limit: 100 }).changes.at(-1).position);
  const asks = [
    () => engine.allows({ actor: "anna", permission: "item.add", process, at: later }),
    () => engine.request("tree", { process }),
    () => engine.request("models", {}),
    () => engine.exportBundle(process),
    () => JSON.parse(engine.requestJson('{"verify":{}}')).position,
  ];
  for (const ask of asks) {
    ask();
    assert.equal(engine.position, here);
  }
  assert.equal(asks.at(-1)(), here);
  const [done, refused] = engine.executeMany([founding("anna", "club"), founding("anna", "club")]);
  assert.ok(done.ok && refused.problem);
  assert.equal(engine.position, here + done.ok.events.length);
  engine.free();
  assert.throws(() => engine.position, { code: "call.closed" });
});

test("a command that is late is recorded at the stream's last time, with its own beside it", () => {
  const engine = Engine.memory();
  const at = Date.UTC(2026, 7, 1);
  const { stream, events } = engine.execute({ ...founding("anna", "city"), at: new Date(at).toISOString() });
  const late = engine.execute(command("anna", "member.add", { person: "dora" }, stream, at - 3)).events[0];
  assert.deepEqual([late.at, late.made_at], [events[0].at, new Date(at - 3).toISOString()]);
  engine.free();
});

test("an engine in memory has no clock, so any date will do", () => {
  const engine = Engine.memory();
  engine.execute({ ...founding("anna", "city"), at: "2126-03-02T09:00:00.000Z" });
  assert.equal(engine.position, 1);
  engine.free();
});

test("a bundle is taken in as text, as bytes and as a buffer, and is the same again", () => {
  const engine = Engine.memory();
  const { process } = city(engine);
  const bundle = engine.exportBundle(process, { vault: true });
  const bytes = new TextEncoder().encode(bundle);
  const lines = (text) => text.split("\n").map((line) => line.slice(line.indexOf(" ") + 1));
  // Who hands on what is at home elsewhere says how old it is, in a line of its own, which moves the hashes after it.
  const told = (text) => lines(text).filter((line) => !/^\{"(known|end)":/.test(line));
  for (const file of [bundle, bytes, bytes.buffer]) {
    const other = Engine.memory();
    assert.equal(other.importBundle(file).process, process);
    const again = other.exportBundle(process, { vault: true });
    assert.deepEqual(told(again), told(bundle));
    assert.deepEqual(lines(again).filter((line) => line.startsWith('{"known":')).length, 1);
    assert.equal(other.importBundle(file).events, 0);
    other.free();
  }
  assert.ok(bundle.includes("anna") && !engine.exportBundle(process).includes("anna"));
  assert.ok(engine.exportBundle(process, { person: "anna" }).includes("anna"));
  assert.ok(!engine.exportBundle(process, { person: "zoe" }).includes("anna"));
  engine.free();
});

test("another language's sentences are used once they are there", () => {
  const engine = Engine.memory();
  city(engine);
  const message_catalogue = JSON.parse(read("core/src/messages/phrases/it.json"));
  const sentences = (language) => engine.request("audit_trail", { after: 0, limit: 100, language }).entries.map(({ sentence }) => sentence.text);
  assert.deepEqual(sentences("fr"), sentences("en"));
  assert.equal(engine.addMessageCatalogue({ ...message_catalogue, language: "fr" }).language, "fr");
  // The last sentence names a role, whose name no message catalogue has.
  assert.deepEqual(sentences("fr").slice(0, -1), sentences("it").slice(0, -1));
  assert.notDeepEqual(sentences("fr"), sentences("en"));
  engine.free();
});

test("names are known anew after very many of them", () => {
  const engine = Engine.memory();
  const { process } = city(engine);
  const question = { actor: "anna", permission: "item.add", process, at: later };
  for (let nth = 0; nth < 100_010; nth++) engine.allows({ ...question, actor: `stranger-${nth}` });
  assert.equal(engine.allows(question), true);
  assert.equal(engine.allows({ ...question, actor: "stranger-7" }), false);
  engine.free();
});

test("an export of the INTERLINK platform is read, with its files", () => {
  const engine = Engine.memory();
  // Files one after another, each begun by a line with its name.
  const parts = read("core/fuzz/seeds/export/yard.txt").toString().split("=== ").slice(1);
  const files = parts.map((part) => [part.slice(0, part.indexOf("\n")).trim(), strToU8(part.slice(part.indexOf("\n") + 1))]);
  const { view, files: bytes } = engine.addArchive(zipSync(Object.fromEntries(files)));
  assert.equal(bytes.length, view.files.length);
  assert.ok(view.people.length > 0);
  assert.equal(engine.request("document", { document: view.import }).content.document, "import");
  assert.throws(() => engine.addArchive(zipSync({ "nothing.txt": strToU8("nothing") })), { name: "InterlinkError" });
  engine.free();
});

test("the module takes every message catalogue that the package brings, and speaks it", () => {
  const folder = new URL("../dist/phrases/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  assert.deepEqual(names, ["es.json", "it.json", "lv.json"]);
  for (const name of names) {
    const engine = Engine.memory();
    engine.addMessageCatalogue(JSON.parse(readFileSync(new URL(name, folder))));
    const language = name.slice(0, 2);
    engine.request("set_language", { language });
    const process = engine.execute(command("anna", "process.create", { name: { en: "A garden" }, language: "en", governance: model(engine) })).stream.split("/")[1];
    const { reasons } = engine.check({ actor: "zeno", permission: "task.start", process, at: Date.UTC(2026, 2, 2, 10) });
    assert.deepEqual(reasons.map((reason) => reason.language), [language]);
    const no = command("anna", "process.create", { name: { en: "A garden" }, language: "en", governance: "0".repeat(64) });
    assert.throws(() => engine.execute(no), (error) => error.language === language && !error.message.includes("There is"));
    assert.throws(() => engine.exportBundle("0".repeat(32)), { language });
    engine.free();
  }
});
