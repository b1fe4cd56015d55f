// What a program with types sees: right calls compile, and wrong ones do not.
import { type Code, type Command, type CommandData, Engine, type Event, type Explanation, init, InterlinkError, type Problem, StoredEngine, type TreeView } from "interlink";
import { Checker, type ConsentView, type Explanation as Said } from "interlink/check";

await init();
const engine: Engine = Engine.memory();
const question = { actor: "anna", permission: "task.start", process: "0".repeat(32), at: new Date() } as const;
const may: boolean = engine.allows(question);
const why: Explanation = engine.check(question);
const tree: TreeView = engine.request("tree", { process: question.process, language: "lv" });
const position: number = engine.position;
const gone: boolean | undefined = engine.execute({} as Command).scrubbed;
const stored: Promise<StoredEngine> = StoredEngine.open("record");

const checker: Checker = new Checker(engine.exportBundle(question.process, { vault: true }));
const same: Said = checker.check({ ...question, process: checker.process });
const consent: ConsentView = checker.consent({ person: "anna", organisation: "0".repeat(32), purpose: "news", at: 0 });

// @ts-expect-error the library says what it is
engine.position = 0;
// @ts-expect-error a checker executes nothing
checker.execute({});
// @ts-expect-error there is no such permission
engine.allows({ ...question, permission: "task.begin" });
// @ts-expect-error a tree is of a process
engine.request("tree", { language: "lv" });
// @ts-expect-error there is no such request
engine.request("forest", {});
// @ts-expect-error what writes has a method of its own
engine.request("execute", {});
// @ts-expect-error a command has an actor
const nobody: Command = { id: "c1", at: "2026-03-02T09:00:00.000Z", entropy: "0123456789abcdef".repeat(2), type: "process.close", data: {} };
// @ts-expect-error the data belong to the type
const mixed: Command = { id: "c1", at: "2026-03-02T09:00:00.000Z", entropy: "0123456789abcdef".repeat(2), actor: "anna", type: "task.start", data: { organisation: "city" } };

export const start: CommandData<"task.start"> = { item: "0".repeat(32) };

export function told(event: Event): string {
  // The data follow from the type.
  return event.type === "task.started" ? event.data.item : event.type;
}

try {
  engine.execute(mixed);
} catch (error) {
  if (error instanceof InterlinkError) {
    const problem: Problem = error;
    const code: Code = problem.code;
    console.log(code, error.reasons.map((reason) => reason.message), error.path, error.help, may, why.allowed, tree.name.text, nobody, stored, same === why, consent.state, position, gone);
  }
}
engine.free();
