// A button that knows whether it may be pressed, and says why not. The record lies in the browser and outlives the page.
import { type Command, idOf, init, isOf, type Permission, type ProcessId, StoredEngine, streamOf } from "interlink";
import { type ReactNode, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";

const command = (): Pick<Command, "id" | "at" | "entropy"> => ({
  id: crypto.randomUUID(),
  at: new Date().toISOString(),
  entropy: Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(""),
});

await init();
const engine = await StoredEngine.open("react-example");

async function process(): Promise<ProcessId> {
  const { streams } = engine.request("streams", { limit: 1000 });
  const there = streams.find((stream) => isOf("process", stream));
  if (there !== undefined) return idOf(there);
  const governance = engine.request("models", {}).models.find((model) => model.id === "interlink.c2c")!.document;
  const data = { name: { en: "A garden for the street" }, language: "en", governance };
  const { stream } = await engine.execute({ ...command(), actor: "anna", type: "process.create", data });
  return idOf(stream);
}

const garden = await process();

const subscribe = (changed: () => void) => engine.subscribe(changed);

/**
 * Where the record stands. It moves with whatever is told, here or in another tab: of this process, or of who is in a team.
 * What a page happens to show of it (how many phases there are) may stay the same while rights change.
 */
function standing(): number {
  engine.request("streams", { limit: 1 });
  return engine.position;
}

/** Asks anew whenever the record has moved on. */
function useDecision(actor: string, permission: Permission) {
  useSyncExternalStore(subscribe, standing);
  return engine.check({ actor, permission, process: garden, at: new Date() });
}

function Guarded({ actor, permission, act, children }: { actor: string; permission: Permission; act: () => void; children: ReactNode }) {
  const decision = useDecision(actor, permission);
  return (
    <p>
      <button disabled={!decision.allowed} onClick={act}>
        {children}
      </button>{" "}
      {decision.allowed ? "" : decision.reasons.map((reason) => reason.message).join(" ")}
    </p>
  );
}

const on = streamOf("process", garden);
const add = (actor: string) => () =>
  void engine.execute({ ...command(), actor, stream: on, type: "item.add", data: { kind: "phase", name: { en: "A phase" } } });
const admit = () =>
  void engine.execute({ ...command(), actor: "anna", stream: on, type: "role.grant", data: { holder: { person: "bruno" }, role: "member" } });

function App() {
  useSyncExternalStore(subscribe, standing);
  const { phases } = engine.request("tree", { process: garden });
  return (
    <main>
      <h1>{phases.length} phases</h1>
      <Guarded actor="anna" permission="item.add" act={add("anna")}>
        Add a phase as Anna
      </Guarded>
      <Guarded actor="bruno" permission="item.add" act={add("bruno")}>
        Add a phase as Bruno
      </Guarded>
      <Guarded actor="anna" permission="role.grant" act={admit}>
        Make Bruno a member
      </Guarded>
    </main>
  );
}

createRoot(document.querySelector("#root")!).render(<App />);
