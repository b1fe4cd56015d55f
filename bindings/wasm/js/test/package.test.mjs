// The package as its users get it: packed, installed elsewhere, run in Node both ways, compiled with types, built with Vite,
// and looked at in a browser, in a page and in a worker.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";

import { browser, noBrowser, serve } from "./browser/serve.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const tools = join(here, "node_modules");

test("a server in one file starts without the module, and takes its bytes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "interlink-"));
  after(() => rmSync(folder, { recursive: true }));
  for (const [script, module, first] of [["node", "interlink", "Engine"], ["check-node", "check", "Checker"], ["consent-node", "consent", "Engine"]]) {
    cpSync(join(here, `dist/${script}.js`), join(folder, `${script}.mjs`));
    const bundled = await import(join(folder, `${script}.mjs`));
    const begin = () => (first === "Engine" ? bundled.Engine.memory() : new bundled.Checker(new Uint8Array()));
    assert.throws(begin, { code: "call.not_ready" });
    await assert.rejects(bundled.init(), { code: "call.not_ready" });
    await assert.rejects(bundled.init("nowhere.wasm"), { code: "call.not_ready" });
    await bundled.init(readFileSync(join(here, `dist/${module}.wasm`)));
    await bundled.init();
    if (first === "Engine") assert.equal(begin().request("verify", {}).events, 0);
    else assert.throws(begin, (error) => error.code !== "call.not_ready");
    const again = await import(`${join(folder, `${script}.mjs`)}?again`);
    await again.init(new URL(`file://${join(here, `dist/${module}.wasm`)}`));
  }
});

describe("packed and installed elsewhere", () => {
  const folder = mkdtempSync(join(tmpdir(), "interlink-"));
  const run = (program, ...words) => execFileSync(program, words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const tool = (path, ...words) => run("node", join(tools, path), ...words);
  const common = { strict: true, noEmit: true, exactOptionalPropertyTypes: true, skipLibCheck: false, types: ["node"], lib: ["es2024", "dom", "dom.iterable"], jsx: "react-jsx", target: "es2022" };
  let answer;

  before(() => {
    const [{ filename, files }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: here, encoding: "utf8" }));
    assert.ok(["dist/interlink.wasm", "dist/interlink.wasm.gz", "dist/check.wasm", "dist/check.wasm.gz", "dist/consent.wasm", "dist/consent.wasm.gz", "LICENSES/EUPL-1.2.txt", "README.md", "THIRD-PARTY-NOTICES.txt"].every((wanted) => files.some(({ path }) => path === wanted)));
    assert.ok( files.every(({ path }) => /^(dist|LICENSES)\/|^(package\.json|README\.md|THIRD-PARTY-NOTICES\.txt)$/.test(path)), JSON.stringify(files.map(({ path }) => path)));
    writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }');
    run("npm", "install", "--offline", "--no-audit", "--no-fund", "--silent", `./${filename}`);
    for (const name of ["react", "react-dom", "scheduler", "@types"]) symlinkSync(join(tools, name), join(folder, "node_modules", name));
    cpSync(join(here, "examples"), folder, { recursive: true });
    cpSync(join(here, "test/consumer"), folder, { recursive: true });
  });

  after(() => rmSync(folder, { recursive: true }));

  test("in Node, as a module and as CommonJS, ready at import", () => {
    const ask = `console.log(Engine.memory().requestJson('{"verify":{}}'))`;
    answer = run("node", "--input-type=module", "-e", `import { Engine } from "interlink"; ${ask}`);
    assert.match(answer, /^\{"ok":/);
    assert.equal(run("node", "--input-type=commonjs", "-e", `const { Engine } = require("interlink"); ${ask}`), answer);
    const alone = `console.log(Engine.memory().requestJson('{"tree":{}}').includes("request.unknown"))`;
    assert.equal(run("node", "--input-type=module", "-e", `import { Engine } from "interlink/consent"; ${alone}`), "true\n");
    assert.equal(run("node", "--input-type=commonjs", "-e", `const { Engine } = require("interlink/consent"); ${alone}`), "true\n");
    const read = `try { new Checker("") } catch ({ code }) { console.log(code) }`;
    assert.equal(run("node", "--input-type=module", "-e", `import { Checker } from "interlink/check"; ${read}`), "bundle.truncated\n");
    assert.equal(run("node", "--input-type=commonjs", "-e", `const { Checker } = require("interlink/check"); ${read}`), "bundle.truncated\n");
  });

  test("with the notices of what is inside, and of nothing else", () => {
    const notices = readFileSync(join(folder, "node_modules/interlink/THIRD-PARTY-NOTICES.txt"), "utf8");
    const isNamed = (name) => notices.split("\n").some((line) => line.startsWith(`${name} `));
    for (const name of ["serde_json", "js-sys", "idb"]) assert.ok(isNamed(name), name);
    for (const name of ["rusqlite", "uniffi_core", "esbuild", "interlink"]) assert.ok(!isNamed(name), name);
  });

  test("with types: right calls compile and wrong ones do not", () => {
    for (const [name, module, moduleResolution, include, lib] of [
      ["bundler", "esnext", "bundler", ["index.ts", "plain", "react"]],
      ["node", "nodenext", "nodenext", ["index.ts", "commonjs.cts"], ["es2022"]],
    ]) {
      const compilerOptions = { ...common, module, moduleResolution, lib: lib ?? common.lib };
      writeFileSync(join(folder, `tsconfig.${name}.json`), JSON.stringify({ compilerOptions, include }));
      tool("typescript/bin/tsc", "--project", `tsconfig.${name}.json`);
    }
  });

  test("what the pages show compiles", () => {
    const include = [];
    for (const [name, page, given] of [
      ["web", "../../../docs/web.md", ""],
      // A page for people who have a process already.
      ["readme", "README.md", 'import type { ProcessId } from "interlink";\ndeclare const process: ProcessId;\n'],
    ]) {
      const blocks = readFileSync(join(here, page), "utf8").matchAll(/^```(.*)\n([^]*?)^```$/gm);
      const programs = [];
      for (const [, language, text] of blocks) {
        if (language === "ts") programs.push(given + text);
        // JavaScript goes on with what stands before it.
        else if (language === "js") programs.push(programs.pop() + text);
        else assert.equal(language, "sh", `${page} shows something that nothing tries`);
      }
      assert.ok(programs.length > 0, `${page} shows no TypeScript`);
      programs.forEach((text, nth) => {
        include.push(`shown-${name}-${nth}.ts`);
        writeFileSync(join(folder, include.at(-1)), text);
      });
    }
    const compilerOptions = { ...common, module: "esnext", moduleResolution: "bundler", resolveJsonModule: true };
    writeFileSync(join(folder, "tsconfig.shown.json"), JSON.stringify({ compilerOptions, include }));
    tool("typescript/bin/tsc", "--project", "tsconfig.shown.json");
  });

  test("what the tutorial shows runs in Node, and prints what it says", () => {
    const root = join(here, "../../..");
    for (const name of ["garden.json", "notice.json"]) cpSync(join(root, "examples/src", name), join(folder, name));
    const pages = ["1-parties", "2-refused-and-allowed", "3-consent", "4-erasure"].map((name) => readFileSync(join(root, `docs/tutorial/${name}.md`), "utf8"));
    const shown = (language) => [...pages.join("\n").matchAll(/^```(.*)\n([^]*?)^```$/gm)].filter((block) => block[1] === language).map((block) => block[2]).join("");
    writeFileSync(join(folder, "tutorial.js"), shown("js"));
    // Names are isolated, so that their direction stays their own; nobody sees that on a page.
    assert.equal(run("node", "tutorial.js").replace(/[\u2068\u2069]/g, ""), shown("text"));
  });

  test("built with Vite, in a page, with React and in a worker", { skip: noBrowser }, async () => {
    const build = { target: "es2022", rollupOptions: { input: ["plain/index.html", "react/index.html", "worker.html"] } };
    writeFileSync(join(folder, "vite.config.js"), `export default ${JSON.stringify({ build, logLevel: "warn", worker: { format: "es" } })}`);
    tool("vite/bin/vite.js", "build");
    const [site, chromium] = [await serve(join(folder, "dist")), await browser()];
    try {
      const page = await (await chromium.newContext()).newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(`${site.address}/plain/`);
      await page.getByText("Bruno may not.").waitFor();
      assert.ok((await page.locator("li").count()) > 0);
      await page.goto(`${site.address}/react/`);
      assert.ok(await page.getByRole("button", { name: "as Bruno" }).isDisabled());
      await page.getByRole("button", { name: "as Anna" }).click();
      await page.getByText("1 phases").waitFor();
      // A right that is granted shows at once, here and in another tab, though nothing else that is drawn has changed.
      const other = await page.context().newPage();
      await other.goto(`${site.address}/react/`);
      assert.ok(await other.getByRole("button", { name: "as Bruno" }).isDisabled());
      await page.getByRole("button", { name: "Make Bruno a member" }).click();
      for (const tab of [page, other]) await tab.locator("button:enabled", { hasText: "as Bruno" }).waitFor({ timeout: 5_000 });
      await other.close();
      await page.reload();
      await page.getByText("1 phases").waitFor();
      await page.goto(`${site.address}/worker.html`);
      await page.waitForFunction(() => document.querySelector("#answer").textContent !== "");
      assert.equal(await page.locator("#answer").textContent(), `${answer.trim()}bundle.truncated`);
    } finally {
      await chromium.close();
      await site.close();
    }
  });
});
