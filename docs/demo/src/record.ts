import { type Command, init, type PermissionSet, type ProcessId, StoredEngine } from "interlink";

import { NOTICE, type Plan, PLANS } from "./plans";

/** Who can be played. The library knows them by these ids; the names are the page's own. */
export const PEOPLE = {
  "anna@city.example": "Anna",
  "bruno@association.example": "Bruno",
  "dora@mail.example": "Dora",
  "zeno@mail.example": "Zeno",
} as const;
export type PersonName = keyof typeof PEOPLE;

/** What each of them is, for who does not know the story. */
export const PLACES: Record<PersonName, { en: string; es: string; it: string; lv: string }> = {
  "anna@city.example": { en: "of the city", es: "del ayuntamiento", it: "del comune", lv: "no pašvaldības" },
  "bruno@association.example": { en: "of the association", es: "de la asociación", it: "dell'associazione", lv: "no biedrības" },
  "dora@mail.example": { en: "a neighbour", es: "una vecina", it: "una vicina", lv: "kaimiņiene" },
  "zeno@mail.example": { en: "asked by nobody", es: "nadie lo ha invitado", it: "non invitato da nessuno", lv: "neviena neaicināts" },
};

export const CITY = "city";
export const PURPOSE = "keep-in-touch";
const [ANNA, BRUNO, DORA] = ["anna@city.example", "bruno@association.example", "dora@mail.example"] as const;

await init();
export const engine = await StoredEngine.open("interlink-demo");

const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

type Typed = Command["type"];
type Data<T extends Typed> = Extract<Command, { type: T }>["data"];

/** Gives a command now, as somebody. */
export function act<T extends Typed>(actor: string, type: T, data: Data<T>, stream?: string) {
  const command = { id: random(), at: new Date().toISOString(), entropy: random(), actor, type, data, ...(stream === undefined ? {} : { stream }) };
  return engine.execute(command as unknown as Command);
}

export const streamOf = (process: ProcessId) => `process/${process}`;

/** The organisation behind a host's id. */
export const organisation = (name: string) => engine.request("party", { host_id: name }).party?.organisation ?? undefined;

async function found(actor: string, name: string, kind: "public_administration" | "nonprofit_organisation", called: string): Promise<string> {
  const known = organisation(name);
  if (known) return `organisation/${known}`;
  return (await act(actor, "organisation.found", { organisation: name, name: { en: called }, kind, teams_by: "members" })).stream;
}

/** The city, the association and the neighbours, once. */
async function cast(): Promise<void> {
  const city = await found(ANNA, CITY, "public_administration", "The city");
  const association = await found(BRUNO, "association", "nonprofit_organisation", "The association");
  if (engine.request("party", { host_id: "neighbours" }).party) return;
  await act(ANNA, "team.create", { team: "office", name: { en: "The office" }, kind: "public_administration" }, city);
  await act(ANNA, "team_member.add", { team: "office", person: ANNA }, city);
  for (const [team, called, kind, people] of [
    ["board", "The board", "nonprofit_organisation", [BRUNO]],
    ["neighbours", "The neighbours", "citizen", [DORA, BRUNO]],
  ] as const) {
    await act(BRUNO, "team.create", { team, name: { en: called }, kind }, association);
    for (const person of people) await act(BRUNO, "team_member.add", { team, person }, association);
  }
  const { document } = await engine.addDocument(NOTICE);
  await act(ANNA, "notice.publish", { notice: document }, city);
}

/** Begins a process from a plan, as Anna of the city would. */
export async function begin(plan: Plan, language: string): Promise<ProcessId> {
  await cast();
  const { document } = await engine.addDocument(PLANS[plan]);
  const governance = engine.request("models", {}).models.find((model) => model.id === "interlink.g+g")!.document;
  const { name } = PLANS[plan];
  const { stream } = await act(ANNA, "process.create", { name, language: name[language] ? language : "en", governance, template: document, capacity: CITY });
  for (const [team, role] of [["office", "public_partner"], ["board", "civic_partner"], ["neighbours", "contributor"]] as const) {
    await act(ANNA, "role.grant", { holder: { team }, role }, stream);
  }
  const process = stream.slice("process/".length);
  const first = engine.request("tree", { process }).phases[0]?.children?.[0]?.children?.[0];
  if (first) await act(ANNA, "purpose.require", { item: first.item, organisation: CITY, purpose: PURPOSE }, stream);
  return process;
}

/** The processes of this record, the oldest first. */
export function processes(): ProcessId[] {
  const { streams } = engine.request("streams", { limit: 1000 });
  return streams.filter((stream) => stream.startsWith("process/")).map((stream) => stream.slice("process/".length));
}

/** What somebody may do: on the process, and on each item. */
export function permissions(actor: string, process: ProcessId): Map<string, PermissionSet> {
  const known = engine.request("party", { host_id: actor }).party;
  if (!known) return new Map();
  const table = engine.request("permissions", { process, party: { person: actor }, at: new Date().toISOString() });
  return new Map(table.items.map(({ item, permissions }) => [item, permissions]));
}
