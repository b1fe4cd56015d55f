import assert from "node:assert/strict";
import { test } from "node:test";

import { Engine } from "interlink";

import { vectors } from "./helpers.mjs";

for (const { name, requests, answers } of vectors()) {
  test(`${name}, byte for byte`, () => {
    assert.ok(requests.length > 0 && requests.length === answers.length);
    const engine = Engine.memory();
    requests.forEach((request, nth) => assert.equal(engine.requestJson(request), answers[nth], request));
    engine.free();
  });
}
