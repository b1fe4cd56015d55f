// The library in a real browser: the same bytes, and a record that outlives its page.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";

import { browser, noBrowser, serve } from "./browser/serve.mjs";
import { founding, vectors } from "./helpers.mjs";

const dist = fileURLToPath(new URL("../dist", import.meta.url));

describe("in Chromium", { skip: noBrowser }, () => {
  const folder = mkdtempSync(join(tmpdir(), "interlink-"));
  let site, chromium, context;

  before(async () => {
    cpSync(dist, folder, { recursive: true });
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>interlink</title>");
    site = await serve(folder);
    chromium = await browser();
    context = await chromium.newContext();
  });

  after(async () => {
    await chromium?.close();
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  async function tab() {
    const page = await context.newPage();
    await page.goto(site.address);
    await page.evaluate(async () => {
      const interlink = (window.interlink = await import("/web.js"));
      await Promise.all([interlink.init(), interlink.init()]);
    });
    return page;
  }

  const open = (page, name) => page.evaluate(async (name) => void (window.engine = await interlink.StoredEngine.open(name)), name);
  const streams = (page) => page.evaluate(() => engine.request("verify", {}).streams.length);
  const execute = (page, command) => page.evaluate(async (command) => (await engine.execute(command)).seq, command);

  test("every vector, byte for byte", async () => {
    const page = await tab();
    for (const { name, requests, answers } of vectors()) {
      const said = await page.evaluate((requests) => {
        const engine = interlink.Engine.memory();
        const said = requests.map((request) => engine.requestJson(request));
        engine.free();
        return said;
      }, requests);
      said.forEach((answer, nth) => assert.equal(answer, answers[nth], `${name}: ${requests[nth]}`));
    }
    await page.close();
  });

  test("before init() it says what to do, and a module that is not there is said to be so", async () => {
    const page = await context.newPage();
    await page.goto(site.address);
    const codes = await page.evaluate(async () => {
      const { Engine, init } = await import("/web.js");
      const code = async (act) => {
        try {
          await act();
          return "none";
        } catch (error) {
          return error.code;
        }
      };
      const before = await code(() => Engine.memory());
      const missing = await code(() => init("/nowhere.wasm"));
      return [before, missing, await code(() => init()), await code(() => Engine.memory().free())];
    });
    assert.deepEqual(codes, ["call.not_ready", "call.not_ready", "none", "none"]);
    await page.close();
  });

  test("what was acknowledged outlives a reload and a tab that is killed", async () => {
    const page = await tab();
    await open(page, "kept");
    await execute(page, founding("anna", "city"));
    await page.reload();
    const again = await tab();
    await open(again, "kept");
    assert.equal(await streams(again), 1);
    await execute(again, founding("anna", "club"));
    // Its process ends as it would by a crash or by a full memory; nobody hears the answer to that.
    const killed = again.waitForEvent("crash");
    again.goto("chrome://crash").catch(() => undefined);
    await killed;
    const third = await tab();
    await open(third, "kept");
    assert.equal(await streams(third), 2);
    await third.close();
  });

  test("two tabs that write at once lose nothing, and hear of one another", async () => {
    const [one, other] = [await tab(), await tab()];
    await Promise.all([open(one, "both"), open(other, "both")]);
    const write = (page, from) =>
      page.evaluate((commands) => Promise.all(commands.map((command) => engine.execute(command))), Array.from({ length: 25 }, (_, nth) => founding("anna", `town-${from}-${nth}`)));
    await Promise.all([write(one, 1), write(other, 2)]);
    await one.waitForFunction(() => engine.request("verify", {}).streams.length === 50);
    await other.waitForFunction(() => engine.request("verify", {}).streams.length === 50);
    await Promise.all([one.close(), other.close()]);
  });

  test("how long it takes", async () => {
    const page = await tab();
    const took = await page.evaluate(async () => {
      const bytes = await (await fetch("/interlink.wasm")).arrayBuffer();
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.srcdoc = "<!doctype html>";
      await new Promise((loaded) => (frame.onload = loaded));
      const fresh = await frame.contentWindow.eval("import('/web.js')").catch(() => undefined);
      const begun = performance.now();
      await (fresh ?? interlink).init(bytes);
      return { init: performance.now() - begun, fresh: fresh !== undefined };
    });
    console.log(`init() from bytes that are there: ${took.init.toFixed(1)} ms`);
    assert.ok(took.fresh);
    const checks = await page.evaluate(async (founding) => {
      const engine = interlink.Engine.memory();
      engine.execute(founding);
      const governance = engine.request("models", {}).models.find((model) => model.id === "interlink.c2c").document;
      const data = { name: { en: "A garden" }, language: "en", governance };
      const { stream } = engine.execute({ ...founding, id: "p1", type: "process.create", data });
      const question = { actor: "anna", permission: "item.add", process: stream.split("/")[1], at: Date.parse(founding.at) };
      const many = Array(100_000).fill(question);
      const time = (act) => {
        act();
        const begun = performance.now();
        act();
        return ((performance.now() - begun) * 1e6) / many.length;
      };
      let allowed = 0;
      const one = time(() => many.forEach((question) => (allowed += engine.allows(question) ? 1 : 0)));
      const all = time(() => (allowed += engine.allowsMany(many).filter(Boolean).length));
      const { Checker, init } = await import("/check-web.js");
      const begun = performance.now();
      await init();
      const loaded = performance.now() - begun;
      const checker = new Checker(engine.exportBundle(question.process, { vault: true }));
      const small = time(() => many.forEach((question) => (allowed += checker.allows(question) ? 1 : 0)));
      const same = JSON.stringify(checker.check(question)) === JSON.stringify(engine.check(question));
      return { one, all, allowed, loaded, small, same };
    }, founding("anna", "city"));
    console.log(`a check: ${checks.one.toFixed(0)} ns; of many at once: ${checks.all.toFixed(0)} ns`);
    console.log(`the checks alone: fetched and ready in ${checks.loaded.toFixed(1)} ms; a check: ${checks.small.toFixed(0)} ns`);
    assert.equal(checks.allowed, 600_000);
    assert.ok(checks.same);
    await page.close();
  });
});
