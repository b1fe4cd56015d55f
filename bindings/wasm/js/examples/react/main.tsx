// A button that knows whether it may be pressed, and says why not. The record lies in the browser and outlives the page.
import { type Command, init, type Permission, StoredEngine } from "interlink";
import { type ReactNode, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";

const command = (): Pick<Command, "id" | "at" | "entropy"> => ({
  id: crypto.randomUUID(),
  at: new Date().toISOString(),
  entropy: Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(""),
});

await init();
const engine = await StoredEngine.open("react-example");

async function process(): Promise<string> {
  const { streams } = engine.request("streams", { limit: 1 });
  const there = streams.find((stream) => stream.startsWith("process/"));
  if (there !== undefined) return there.slice("process/".length);
  const governance = engine.request("models", {}).models.find((model) => model.id === "interlink.c2c")!.document;
  const data = { name: { en: "A garden for the street" }, language: "en", governance };
  const { stream } = await engine.execute({ ...command(), actor: "anna", type: "process.create", data });
  return stream.slice("process/".length);
}

const garden = await process();

/** Asks anew whenever the record has changed, here or in another tab. */
const useDecision = (actor: string, permission: Permission) => {
  const position = useSyncExternalStore(
    (changed) => engine.subscribe(changed),
    () => engine.request("tree", { process: garden }).phases.length,
  );
  return { position, decision: engine.check({ actor, permission, process: garden, at: new Date() }) };
};

function Guarded({ actor, permission, act, children }: { actor: string; permission: Permission; act: () => void; children: ReactNode }) {
  const { decision } = useDecision(actor, permission);
  return (
    <p>
      <button disabled={!decision.allowed} onClick={act}>
        {children}
      </button>{" "}
      {decision.allowed ? "" : decision.reasons.map((reason) => reason.message).join(" ")}
    </p>
  );
}

function App() {
  const { position } = useDecision("anna", "item.add");
  const add = (actor: string) => () =>
    void engine.execute({ ...command(), actor, stream: `process/${garden}`, type: "item.add", data: { kind: "phase", name: { en: "A phase" } } });
  return (
    <main>
      <h1>{position} phases</h1>
      <Guarded actor="anna" permission="item.add" act={add("anna")}>
        Add a phase as Anna
      </Guarded>
      <Guarded actor="bruno" permission="item.add" act={add("bruno")}>
        Add a phase as Bruno
      </Guarded>
    </main>
  );
}

createRoot(document.querySelector("#root")!).render(<App />);
