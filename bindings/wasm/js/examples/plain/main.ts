// A checked and explained decision in a page, with nothing but the library.
import { type Command, Engine, idOf, init } from "interlink";

await init();
const engine = Engine.memory();

/** Everything that a command says about itself: what it is called, when it is given, and bytes that nobody can guess. */
const command = (): Pick<Command, "id" | "at" | "entropy"> => ({
  id: crypto.randomUUID(),
  at: new Date().toISOString(),
  entropy: Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(""),
});

const { models } = engine.request("models", {});
const governance = models.find((model) => model.id === "interlink.c2c")!.document;
const name = { en: "A garden for the street" };
const { stream } = engine.execute({ ...command(), actor: "anna", type: "process.create", data: { name, language: "en", governance } });
const process = idOf(stream);

const decision = engine.check({ actor: "bruno", permission: "item.add", process, at: new Date() });
document.querySelector("#answer")!.textContent = decision.allowed ? "Bruno may." : "Bruno may not.";
for (const { message } of decision.reasons) document.querySelector("#reasons")!.append(Object.assign(document.createElement("li"), { textContent: message }));
