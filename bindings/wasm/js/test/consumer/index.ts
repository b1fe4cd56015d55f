// What a program with types sees: right calls compile, and wrong ones do not.
import { type Code, type Command, type CommandData, Engine, type Event, type Explanation, idOf, init, InterlinkError, isOf, type ItemId, type OrganisationId, type PersonId, type Problem, type ProcessId, StoredEngine, type StreamOf, streamOf, type TreeView } from "interlink";
import { type ConsentCommand, Engine as Consents } from "interlink/consent";
import { Checker, type ConsentView, type Explanation as Said } from "interlink/check";

await init();
const engine: Engine = Engine.memory();
const question = { actor: "anna", permission: "task.start", process: "0".repeat(32) as ProcessId, at: new Date() } as const;
const may: boolean = engine.allows(question);
const why: Explanation = engine.check(question);
const tree: TreeView = engine.request("tree", { process: question.process, language: "lv" });
const position: number = engine.position;
const gone: boolean | undefined = engine.execute({} as Command).scrubbed;
const stored: Promise<StoredEngine> = StoredEngine.open("record");

const checker: Checker = new Checker(engine.exportBundle(question.process, { vault: true }));
const same: Said = checker.check({ ...question, process: checker.process });
const consent: ConsentView = checker.consent({ person: "anna", organisation_id: "0".repeat(32) as OrganisationId, purpose: "news", at: 0 });

const consents: Consents = Consents.memory();
const withdraw = { type: "consent.withdraw", data: { organisation: "city", purpose: "news" }, id: "c1", at: "2026-03-02T09:00:00.000Z", entropy: "0123456789abcdef".repeat(2), actor: "anna" } satisfies ConsentCommand;
const asked: boolean = consents.consents({ person: "anna", organisation_id: "0".repeat(32) as OrganisationId, purpose: "news", at: 0 });
consents.execute(withdraw);
// @ts-expect-error it has no processes
consents.request("tree", { process: question.process });
// @ts-expect-error nor their commands
consents.execute({ ...withdraw, type: "task.start", stream: streamOf("process", question.process), data: { item: "0".repeat(32) as ItemId } });

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
// Ids know what they are of.
const envelope = { id: "c1", at: "2026-03-02T09:00:00.000Z", entropy: "0123456789abcdef".repeat(2), actor: "anna" };
const created = engine.execute({ ...envelope, type: "process.create", data: { name: { en: "A garden" }, language: "en", governance: engine.request("models", {}).models[0]!.document } });
const garden: ProcessId = idOf(created.stream);
const on: StreamOf<"process"> = streamOf("process", garden);
const item = tree.phases[0]!.item;
engine.execute({ ...envelope, type: "task.start", stream: on, data: { item } });
engine.execute({ ...envelope, type: "task.start", stream: created.stream, data: { item } });
const city: OrganisationId = idOf(engine.execute({ ...envelope, type: "organisation.register", data: { organisation: "city", name: { en: "The city" }, kind: "public_administration", team_creation: "members" } }).stream);
const gardens: ProcessId[] = engine.request("streams", { limit: 100 }).streams.filter((stream) => isOf("process", stream)).map((stream) => idOf(stream));

// @ts-expect-error a process is no person
const person: PersonId = garden;
// @ts-expect-error any text is no process
engine.request("tree", { process: "garden" });
// @ts-expect-error an organisation is no process
engine.request("tree", { process: city });
// @ts-expect-error a task is not in an organisation's stream
engine.execute({ ...envelope, type: "task.start", stream: streamOf("organisation", city), data: { item } });
// @ts-expect-error the stream of a process has the id of one
const wrong: StreamOf<"process"> = `process/${city}`;
// @ts-expect-error a task is in some stream
engine.execute({ ...envelope, type: "task.start", data: { item } });
// @ts-expect-error a process that is created makes its stream
engine.execute({ ...envelope, type: "process.create", stream: on, data: { name: { en: "A garden" }, language: "en", governance: engine.request("models", {}).models[0]!.document } });
// @ts-expect-error an item is none of its own
engine.execute({ ...envelope, type: "task.start", stream: on, data: { item: garden } });

// @ts-expect-error a command has an actor
const nobody: Command = { id: "c1", at: "2026-03-02T09:00:00.000Z", entropy: "0123456789abcdef".repeat(2), type: "process.close", data: {} };
// @ts-expect-error the data belong to the type
const mixed: Command = { id: "c1", at: "2026-03-02T09:00:00.000Z", entropy: "0123456789abcdef".repeat(2), actor: "anna", type: "task.start", data: { organisation: "city" } };

export const start: CommandData<"task.start"> = { item: "0".repeat(32) as ItemId };

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
    console.log(code, error.reasons.map((reason) => reason.message), error.path, error.help, may, why.allowed, asked, tree.name.text, nobody, stored, same === why, consent.state, position, gone, gardens, person, wrong);
  }
}
engine.free();
