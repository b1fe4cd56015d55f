// Consents without processes: the same answers as the whole library gives, byte for byte, and a clear no to the rest.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Engine as Whole } from "../dist/node.js";
import { Engine } from "../dist/consent-node.js";
import { command, founding, root } from "./helpers.mjs";

const notice = JSON.parse(readFileSync(new URL("examples/src/notice.json", root), "utf8"));

/** A city publishes its notice, and Dora consents and withdraws: what each step is answered. */
function story(engine) {
  const said = [];
  const told = (answer) => (said.push(JSON.stringify(answer)), answer);
  const { stream } = told(engine.execute({ ...founding("anna", "city"), id: "1", at: "2026-03-02T09:00:00.000Z", entropy: "8d1f0c5e6a7b49d2b3e4f5a697887701" }));
  const { document } = told(engine.addDocument(notice));
  const act = (nth, actor, type, data, on) =>
    told(engine.execute({ ...command(actor, type, data, on, Date.UTC(2026, 2, 2, 9, nth)), id: `${nth}`, entropy: `8d1f0c5e6a7b49d2b3e4f5a6978877${10 + nth}` }));
  act(2, "anna", "notice.publish", { notice: document }, stream);
  const purpose = { organisation: "city", purpose: "keep-in-touch" };
  const question = { person: "dora", organisation_id: stream.split("/")[1], purpose: "keep-in-touch", at: Date.UTC(2026, 2, 2, 10) };
  told(engine.consents(question));
  act(3, "dora", "consent.give", { ...purpose, language: "en", method: "form", notice: document, valid: { days: 300 } });
  told(engine.consents(question));
  told(engine.request("receipt", { ...question, at: new Date(question.at).toISOString(), format: "receipt" }));
  act(4, "dora", "consent.withdraw", purpose);
  told(engine.consents(question));
  told(engine.request("audit_trail", { limit: 100, language: "lv" }));
  told(engine.request("subject_access", { person: "dora" }));
  told(engine.request("verify", {}));
  return said;
}

test("the same story has the same bytes as with the whole library", () => {
  const [alone, whole] = [Engine.memory(), Whole.memory()];
  assert.deepEqual(story(alone), story(whole));
  assert.equal(alone.position, whole.position);
  alone.free();
  assert.throws(() => alone.position, { code: "call.closed" });
});

test("what belongs to processes is refused", () => {
  const engine = Engine.memory();
  assert.throws(() => engine.execute(command("anna", "process.create", {})), { code: "json.unknown_variant" });
  assert.throws(() => engine.addDocument({ document: "template" }), { code: "json.unknown_variant" });
  const bundle = readFileSync(new URL("docs/demo/public/simulated.bundle", root), "utf8");
  const refused = JSON.parse(engine.requestJson(JSON.stringify({ import_bundle: { bundle } })));
  assert.equal(refused.problem.code, "record.block_unknown");
  assert.equal(engine.position, 0);
});
