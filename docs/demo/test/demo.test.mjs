// The page, driven as people drive it: the whole story, a reload, two tabs, no network, only the keyboard, and axe looking on.
// Pictures are written to the folder that PICTURES names.

import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import axe from "axe-core";
import { Engine } from "interlink";
import { preview } from "vite";

import { browser, noBrowser, serve } from "../../../bindings/wasm/js/test/browser/serve.mjs";
import { command, model } from "../../../bindings/wasm/js/test/helpers.mjs";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const pictures = process.env.PICTURES;
/** The one task that wants a consent. */
const LETTERS = /News from the city Try the city's letters/;

/** A process with ten phases of nine objectives of ten tasks each, as a file. */
function thousand() {
  const engine = Engine.memory();
  const name = (en) => ({ en });
  const many = (count, make) => Array.from({ length: count }, (_, nth) => make(nth));
  const task = (at) => ({ key: `t-${at}`, name: name(`Task ${at}`) });
  const objective = (at) => ({ key: `o-${at}`, name: name(`Objective ${at}`), tasks: many(10, (nth) => task(`${at}-${nth}`)) });
  const phases = many(10, (at) => ({ key: `p-${at}`, name: name(`Phase ${at}`), objectives: many(9, (nth) => objective(`${at}-${nth}`)) }));
  const { document } = engine.addDocument({ document: "template", id: "demo.thousand", version: 1, name: name("A thousand"), phases });
  const data = { name: name("A thousand"), language: "en", governance: model(engine), template: document };
  const { stream } = engine.execute(command("anna@city.example", "process.create", data));
  return engine.exportBundle(stream.split("/")[1], { vault: true });
}

describe("the demo", { skip: noBrowser }, () => {
  let site, chromium;

  before(async () => {
    assert.ok(existsSync(join(dist, "index.html")), "the demo is not built");
    if (pictures) mkdirSync(pictures, { recursive: true });
    site = await serve(dist);
    chromium = await browser();
  });

  after(async () => {
    await chromium?.close();
    await site?.close();
  });

  async function visitor({ address = site.address, ...options } = {}) {
    const context = await chromium.newContext({ locale: "en-GB", viewport: { width: 1280, height: 860 }, ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(error));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return { context, page, faults };
  }

  const begin = async (page, plan = "A repair café") => {
    await page.getByRole("button", { name: `Begin ${plan}` }).click();
    await page.getByRole("heading", { level: 1, name: plan }).waitFor();
    // What next comes first; most of these tests go on from the board.
    await page.getByRole("heading", { level: 2, name: "What next?" }).waitFor();
    await view(page, "Board");
  };
  const view = (page, name) => page.getByRole("navigation").getByRole("button", { name, exact: true }).click();
  const be = (page, name) => page.getByRole("radio", { name }).check({ force: true });
  const picture = (page, name) => (pictures ? page.screenshot({ path: join(pictures, `${name}.png`) }) : undefined);

  async function accessible(page, where) {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0].html}`), []);
  }

  test("the whole story, in the eyes of axe", async () => {
    const { context, page, faults } = await visitor();
    await accessible(page, "beginning");
    await begin(page);
    await accessible(page, "board");

    // Anna can set things up, Dora is told what is missing before she can begin, Zeno has nothing to do.
    await view(page, "What next?");
    await be(page, /Dora/);
    await page.locator(".next li.waiting").first().waitFor();
    await accessible(page, "what next");
    await picture(page, "next");
    await be(page, /Zeno/);
    await page.getByText("Nothing waits for you here.").waitFor();
    await view(page, "Board");

    // Nobody asked Zeno, and he is told so.
    await be(page, /Zeno/);
    await page.getByRole("button", { name: /people Invite the street/ }).click();
    const start = page.getByRole("button", { name: "Start" });
    assert.equal(await start.getAttribute("aria-disabled"), "true");
    assert.ok((await page.locator(".why .reasons li").count()) > 0);
    await accessible(page, "why not");
    await picture(page, "why-not");
    await page.keyboard.press("Escape");

    // Dora gets no letters before she has agreed to them, is told what she can do, and is led there.
    await be(page, /Dora/);
    await page.getByRole("button", { name: LETTERS }).click();
    assert.equal(await page.getByRole("button", { name: "Say what you did" }).getAttribute("aria-disabled"), "true");
    await page.getByText("You may refuse, and everything else continues.").first().waitFor();
    await accessible(page, "what can be done");
    await page.getByRole("dialog").getByRole("button", { name: "Your data" }).first().click();
    await page.getByText("You have not agreed.").waitFor();
    await page.getByRole("button", { name: "Read and decide" }).click();
    await accessible(page, "consent dialog");
    await picture(page, "consent");
    await page.getByRole("button", { name: "I agree" }).click();
    await page.getByText("You agreed.").waitFor();

    // Her receipt is true, and a changed one is not.
    await page.getByRole("button", { name: "Check it on this device" }).click();
    await page.getByText("holds exactly this").waitFor();
    await picture(page, "receipt");
    const receipt = page.getByRole("textbox");
    const text = await receipt.inputValue();
    for (const forged of [text.replace(/("interlink:sequence": )(\d+)/, (_, name, number) => name + (Number(number) + 1)), text.replace("en", "it"), "{}"]) {
      assert.notEqual(forged, text);
      await receipt.fill(forged);
      await page.getByRole("button", { name: "Check it on this device" }).click();
      await page.getByText("holds something else").waitFor();
    }
    await accessible(page, "receipt");

    // Now she may.
    await view(page, "Board");
    await page.getByRole("button", { name: LETTERS }).click();
    await page.getByRole("button", { name: "Start" }).click();
    await page.locator("dialog .state").getByText("Under way").waitFor();
    await page.keyboard.press("Escape");

    // What needs no consent she does as well; Anna reviews it, whom nobody asked for hers.
    await page.getByRole("button", { name: /people Invite the street/ }).click();
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByLabel("What did you do?").fill("I rang at forty doors.");
    await page.getByRole("button", { name: "Say what you did" }).click();
    await page.getByText("I rang at forty doors.").waitFor();
    await page.getByLabel("Title").fill("The leaflet");
    await page.getByLabel("Address").fill("https://example.org/leaflet");
    await page.getByRole("button", { name: "Add a link" }).click();
    await page.getByRole("link", { name: "example.org" }).waitFor();
    await accessible(page, "task");
    await page.keyboard.press("Escape");
    await be(page, /Anna/);
    await page.getByRole("button", { name: /people Invite the street/ }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByText("accepted", { exact: true }).waitFor();
    await picture(page, "task");
    await page.getByRole("button", { name: "Complete" }).click();
    await page.getByText("Done", { exact: true }).first().waitFor();
    await page.keyboard.press("Escape");
    await picture(page, "board");

    // She withdraws, and sees what that stops.
    await be(page, /Dora/);
    await view(page, "Your data");
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("What stops now").waitFor();
    await page.getByText(/no longer work on: Try the city's letters/).waitFor();
    await page.getByText(/The city must notify by/).waitFor();
    await accessible(page, "withdrawn");
    await picture(page, "withdrawn");

    // What was, is still there to be seen.
    await view(page, "Plan");
    await accessible(page, "tree");
    await picture(page, "plan");
    await view(page, "Board");
    const moment = page.getByRole("slider");
    await moment.focus();
    await page.keyboard.press("Home");
    await page.getByText("You are looking back.").waitFor();
    assert.equal(await page.locator(".column.finished li").count(), 0);
    await accessible(page, "looking back");
    await page.keyboard.press("End");
    assert.equal(await page.locator(".column.finished li").count(), 1);

    await view(page, "Record");
    await page.getByRole("button", { name: "Check the whole record" }).click();
    await page.getByText(/Every link of the chain holds/).waitFor();
    await accessible(page, "record");
    assert.deepEqual(faults, []);
    await context.close();
  });

  test("a process goes to another device in a file, and comes back as it was", async () => {
    const { context, page } = await visitor();
    await begin(page, "A bus for the valley");
    await view(page, "Record");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "with names" }).click()]);
    const bundle = await readFile(await download.path());
    const other = await visitor();
    await other.page.getByLabel("Open a file").setInputFiles({ name: "process.bundle", mimeType: "text/plain", buffer: bundle });
    await other.page.getByRole("heading", { level: 1, name: "A bus for the valley" }).waitFor();
    await other.page.getByRole("button", { name: "Begin another" }).click();
    await other.page.getByLabel("Open a file").setInputFiles({ name: "process.bundle", mimeType: "text/plain", buffer: Buffer.from("nonsense") });
    await other.page.getByRole("alert").locator("strong").waitFor();
    await Promise.all([context.close(), other.context.close()]);
  });

  test("a simulated process can be looked at, and nobody here can go on with it", async () => {
    const { context, page, faults } = await visitor();
    await page.getByRole("button", { name: "Look at one that is simulated" }).click();
    await page.getByRole("heading", { level: 1, name: /Simulated process/ }).waitFor();
    await page.getByText("This came without names, so nobody here can go on with it.").waitFor();
    for (const name of ["What next?", "Plan", "Your data", "Record", "Board"]) {
      await view(page, name);
      await accessible(page, `simulated, ${name}`);
    }
    await be(page, "Dora");
    await page.locator("[data-item]").first().click();
    await page.getByText("Not now, and this is why:").first().waitFor();
    await page.keyboard.press("Escape");
    await view(page, "Record");
    await page.getByRole("button", { name: "Check the whole record" }).click();
    await page.getByText(/Every link of the chain holds/).waitFor();
    // Looked at twice it is the same one.
    await page.getByRole("button", { name: "Begin another" }).click();
    await page.getByRole("button", { name: "Look at one that is simulated" }).click();
    await page.getByRole("heading", { level: 1, name: /Simulated process/ }).waitFor();
    await picture(page, "simulated");
    await page.getByRole("button", { name: "Begin another" }).click();
    assert.equal(await page.getByRole("button", { name: /Go on with: Simulated/ }).count(), 1);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test("a record that cannot be read is said to be so, with a way on", async () => {
    const { context, page } = await visitor();
    await begin(page);
    await page.evaluate(
      () =>
        new Promise((done) => {
          const opening = indexedDB.open("interlink:interlink-demo");
          opening.onsuccess = () => {
            const writing = opening.result.transaction("journal", "readwrite");
            writing.objectStore("journal").put(Uint8Array.of(1, 9), 0);
            writing.oncomplete = () => (opening.result.close(), done());
          };
        }),
    );
    await page.reload();
    await page.getByRole("heading", { name: "cannot be opened" }).waitFor();
    await page.getByRole("button", { name: "begin afresh" }).click();
    await page.getByRole("heading", { name: "Choose a plan" }).waitFor();
    await context.close();
  });

  test("who presses twice meant it once, also where the second press comes when the first is done", async () => {
    const { context, page } = await visitor();
    await begin(page);
    await page.getByRole("button", { name: /Write a page of rules/ }).click();
    await page.getByRole("button", { name: "Start" }).dblclick();
    await page.getByRole("button", { name: "Complete" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /people Invite the street/ }).click();
    const { x, y, width, height } = await page.getByRole("button", { name: "Start" }).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down({ clickCount: 1 });
    await page.mouse.up({ clickCount: 1 });
    await page.getByRole("button", { name: "Complete" }).waitFor();
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    // A key that is held down is one press too.
    await page.getByRole("button", { name: "Complete" }).focus();
    await page.keyboard.down("Enter");
    await page.getByRole("button", { name: "Reopen" }).waitFor();
    for (let nth = 0; nth < 3; nth++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.waitForTimeout(500);
    await page.getByRole("button", { name: "Reopen" }).waitFor();
    assert.equal(await page.locator(".refusal").count(), 0);
    await page.keyboard.press("Escape");
    await page.locator(".column.in_progress").getByText("Write a page of rules").waitFor();
    await page.locator(".column.finished").getByText("Invite the street").waitFor();
    await context.close();
  });

  test("who does not agree does everything else all the same, and the rest does not wait", async () => {
    const { context, page, faults } = await visitor();
    await begin(page);
    await be(page, /Dora/);
    await view(page, "Your data");
    await page.getByRole("button", { name: "Read and decide" }).click();
    await page.getByText("you can still take part in everything else").waitFor();
    await page.getByRole("button", { name: "I do not agree" }).click();
    await page.getByText("You have not agreed.").waitFor();
    await view(page, "Board");
    const cards = page.locator(".card");
    const claims = { yes: [], no: [] };
    for (let nth = 0; nth < (await cards.count()); nth++) {
      const name = await cards.nth(nth).locator("strong").innerText();
      await cards.nth(nth).click();
      // A key that is pressed before it is open closes nothing.
      await page.getByRole("dialog", { name, exact: true }).waitFor();
      const lacks = (await page.locator("dialog .way", { hasText: "You may refuse, and everything else continues." }).count()) > 0;
      claims[lacks ? "no" : "yes"].push(name);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    assert.deepEqual(claims.no, ["Try the city's letters"]);
    assert.ok(claims.yes.length >= 8);
    // Nothing that there is to do waits for it.
    assert.equal(await page.locator(".waits", { hasText: /letters|Stay in touch|News from the city/ }).count(), 0);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test("Back leads to where one was, and a reload stays there", async () => {
    const { context, page, faults } = await visitor();
    await begin(page);
    await page.getByRole("button", { name: /people Invite the street/ }).click();
    await page.getByRole("dialog").waitFor();
    await page.goBack();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.locator(".board").waitFor();
    await page.goForward();
    await page.getByRole("dialog").waitFor();
    await page.goBack();
    await view(page, "Record");
    await page.reload();
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    await page.goBack();
    await page.locator(".board").waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 2, name: "What next?" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Choose a plan" }).waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });

  test("reasons are in the page's language, and say what can be done", async () => {
    const { context, page, faults } = await visitor({ locale: "es-ES" });
    await page.getByRole("button", { name: "Empezar Un café de reparaciones" }).click();
    await view(page, "Tablero");
    await be(page, /Zeno/);
    await page.getByRole("button", { name: /personas Invitar al vecindario/ }).click();
    const why = page.locator(".why .reasons li").first();
    await why.locator("bdi[lang=es]").getByText("Nadie ha dado a esta persona un rol en este proceso.").waitFor();
    await why.getByText("Pídalo a quien concede aquí los roles.").waitFor();
    await accessible(page, "why not, in Spanish");
    await page.keyboard.press("Escape");
    for (const [tag, says] of [["lv", /lom/], ["it", /ruolo/], ["en", /role/]]) {
      await page.getByRole("combobox").selectOption(tag);
      await page.locator("[data-item]").first().click();
      await page.locator(`.why .reasons bdi[lang=${tag}]`).getByText(says).first().waitFor();
      await page.keyboard.press("Escape");
    }
    // After a reload it speaks the language from the first drawing on.
    await page.getByRole("combobox").selectOption("es");
    await page.reload();
    await page.locator("[data-item]").first().click();
    await page.locator(".why .reasons bdi[lang=es]").first().waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });

  test("what is written from right to left runs so, in a page that does not", async () => {
    const { context, page, faults } = await visitor();
    const engine = Engine.memory();
    const data = { name: { ar: "حديقة الحي 2026 (المرحلة 1)" }, language: "ar", governance: model(engine) };
    const { stream } = engine.execute(command("anna@city.example", "process.create", data));
    engine.execute(command("anna@city.example", "item.add", { kind: "phase", name: { ar: "مرحلة: لقاء!" } }, stream));
    const bundle = engine.exportBundle(stream.split("/")[1], { vault: true });
    await page.getByLabel("Open a file").setInputFiles({ name: "process.bundle", mimeType: "text/plain", buffer: Buffer.from(bundle) });
    const name = page.locator("h1 bdi[lang=ar]");
    await name.waitFor();
    const direction = (of) => of.evaluate((element) => getComputedStyle(element).direction);
    assert.equal(await direction(name), "rtl");
    await view(page, "Plan");
    assert.equal(await direction(page.locator(".tree bdi[lang=ar]").first()), "rtl");
    assert.equal(await direction(page.locator("nav")), "ltr");
    await accessible(page, "right to left");
    await picture(page, "right-to-left");
    assert.deepEqual(faults, []);
    await context.close();
  });

  test("light or dark stays as it was chosen", async () => {
    const { context, page } = await visitor({ colorScheme: "light" });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "Appearance: Light" }).click();
    const dark = await ground();
    assert.notEqual(dark, light);
    await page.reload();
    await page.getByRole("button", { name: "Appearance: Dark" }).waitFor();
    assert.equal(await ground(), dark);
    await context.close();
  });

  test("a reload and a second tab show the same, at once", async () => {
    const { context, page } = await visitor();
    await begin(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "A repair café" }).waitFor();
    await view(page, "Board");
    const second = await context.newPage();
    await second.goto(site.address);
    await second.getByRole("button", { name: /Go on with: A repair café/ }).click();
    await second.getByRole("button", { name: /Write a page of rules/ }).click();
    await second.getByRole("button", { name: "Start" }).click();
    await page.locator(".column.in_progress").getByText("Write a page of rules").waitFor();
    await context.close();
  });

  test("it opens and works without a network, as `cargo xtask demo` serves it", async () => {
    const served = await preview({ root: fileURLToPath(new URL("..", import.meta.url)), logLevel: "silent", preview: { host: "127.0.0.1", port: 0 } });
    after(() => served.close());
    const address = `http://127.0.0.1:${served.httpServer.address().port}/`;
    // That server says that its answers depend on who asks.
    assert.match((await fetch(address)).headers.get("vary") ?? "", /origin/i);
    const { context, page, faults } = await visitor({ address });
    await begin(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.reload();
    await page.getByRole("button", { name: /Write a page of rules/ }).click();
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("button", { name: "Complete" }).click();
    await page.getByText("Done", { exact: true }).first().waitFor();
    await page.keyboard.press("Escape");
    // What refusals say in another language is kept as well.
    await page.getByRole("combobox").selectOption("lv");
    await be(page, /Zeno/);
    await page.locator("[data-item]").first().click();
    await page.locator(".why .reasons bdi[lang=lv]").first().waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  });

  test("the keyboard alone is enough", async () => {
    const { context, page } = await visitor();
    const reach = async (name, most = 60) => {
      for (let pressed = 0; pressed < most; pressed++) {
        await page.keyboard.press("Tab");
        const there = await page.evaluate(() => document.activeElement?.closest("label, button, a, summary")?.textContent?.trim() ?? "");
        if (there.startsWith(name)) return;
      }
      assert.fail(`“${name}” is out of reach`);
    };
    await reach("Begin");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "A repair café" }).waitFor();
    await reach("Anna");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.getByRole("radio", { name: /Dora/ }).isChecked());
    await reach("Your data");
    await page.keyboard.press("Enter");
    await reach("Read and decide");
    await page.keyboard.press("Space");
    await reach("I agree");
    await page.keyboard.press("Enter");
    await page.getByText("You agreed.").waitFor();
    await reach("Board");
    await page.keyboard.press("Enter");
    await reach("Come togetherFind".slice(0, 4));
    await page.keyboard.press("Enter");
    await reach("Start");
    await page.keyboard.press("Enter");
    await page.locator("dialog .state").getByText("Under way").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.matches(".in_progress .card"));
    await context.close();
  });

  test("a thousand items open and are drawn", async () => {
    const { context, page } = await visitor();
    await page.getByLabel("Open a file").setInputFiles({ name: "process.bundle", mimeType: "text/plain", buffer: Buffer.from(thousand()) });
    await page.getByRole("heading", { level: 1, name: "A thousand" }).waitFor();
    await context.addInitScript(() => {
      window.long = [];
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.long.push(entry.duration))).observe({ type: "longtask", buffered: true });
    });
    await page.reload();
    await view(page, "Board");
    await page.locator(".column.awaiting .card").nth(899).waitFor({ state: "attached" });
    await page.getByRole("navigation").getByRole("button", { name: "Plan" }).click();
    await page.locator(".leaf").nth(899).waitFor({ state: "attached" });
    await page.waitForTimeout(300);
    const long = await page.evaluate(() => window.long);
    console.log(`1,000 items: ${long.length} long tasks, the longest ${Math.max(0, ...long).toFixed(0)} ms`);
    await context.close();
  });

  test("four languages, light and dark, desk and pocket", async () => {
    for (const [colorScheme, viewport] of [["dark", { width: 390, height: 844 }], ["light", { width: 390, height: 844 }], ["dark", { width: 1280, height: 860 }]]) {
      const { context, page, faults } = await visitor({ colorScheme, viewport });
      await begin(page, "A bus for the valley");
      for (const [tag, words] of [["it", "Il tuo dato|Bacheca"], ["es", "Tablero"], ["lv", "Tāfele"], ["en", "Board"]]) {
        await page.getByRole("combobox").selectOption(tag);
        await page.getByRole("navigation").getByText(words.split("|").at(-1)).waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.lang), tag);
        // What the plan does not say in a language is shown in another, and marked as such.
        const marked = await page.locator("h1 [lang=en]").count();
        assert.equal(marked, tag === "es" || tag === "lv" ? 1 : 0, tag);
        await accessible(page, `${tag}, ${colorScheme}, ${viewport.width}`);
      }
      for (const name of ["What next?", "Plan", "Your data", "Record", "Board"]) {
        await view(page, name);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(wide, 0, `${name} is wider than the screen`);
      }
      await picture(page, `${colorScheme}-${viewport.width}`);
      assert.deepEqual(faults, []);
      await context.close();
    }
  });
});
