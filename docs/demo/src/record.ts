import { type Command, type CommandData, type CommandStream, type Executed, type ExecutedView, idOf, init, isOf, type ItemView, type OrganisationId, type MessageCatalogueDocument, type ProcessId, StoredEngine, type StreamOf, streamOf } from "interlink";

import { NOTICE, type Plan, PLANS, WANTS_CONSENT } from "./plans";
import type { Language } from "./words";

/** The people whom a visitor can play. The library knows them by these ids; the names are the page's own. */
export const PEOPLE = {
  "anna@city.example": "Anna",
  "bruno@association.example": "Bruno",
  "dora@mail.example": "Dora",
  "zeno@mail.example": "Zeno",
} as const;
export type PersonName = keyof typeof PEOPLE;

/** The role of each person in the story. */
export const PLACES: Record<PersonName, { en: string; es: string; it: string; lv: string }> = {
  "anna@city.example": { en: "of the city", es: "del ayuntamiento", it: "del comune", lv: "no pašvaldības" },
  "bruno@association.example": { en: "of the association", es: "de la asociación", it: "dell'associazione", lv: "no biedrības" },
  "dora@mail.example": { en: "a neighbour", es: "una vecina", it: "una vicina", lv: "kaimiņiene" },
  "zeno@mail.example": { en: "asked by nobody", es: "nadie lo ha invitado", it: "non invitato da nessuno", lv: "neviena neaicināts" },
};

export const CITY = "city" as const;
export const PURPOSE = "keep-in-touch";
const [ANNA, BRUNO, DORA] = ["anna@city.example", "bruno@association.example", "dora@mail.example"] as const;

await init();
export const engine = await StoredEngine.open("interlink-demo");

/** The message catalogues of the other languages; each is loaded when it is first used. */
const PHRASES = {
  es: () => import("interlink/phrases/es.json"),
  it: () => import("interlink/phrases/it.json"),
  lv: () => import("interlink/phrases/lv.json"),
} as const;
const learnt = new Set<Language>(["en"]);

/** Sets the language of refusals and reasons. */
export async function speak(language: Language): Promise<void> {
  if (language !== "en" && !learnt.has(language)) {
    await engine.addMessageCatalogue((await PHRASES[language]()).default as MessageCatalogueDocument);
    learnt.add(language);
  }
  engine.request("set_language", { language });
}

const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Executes a command now, as this actor. */
export function act<T extends Command["type"]>(actor: string, type: T, data: CommandData<T>, stream?: CommandStream<T>): Promise<Executed<T>> {
  const command = { id: random(), at: new Date().toISOString(), entropy: random(), actor, type, data, ...(stream === undefined ? {} : { stream }) };
  return engine.execute(command as unknown as Command) as Promise<ExecutedView> as Promise<Executed<T>>;
}

/** The stream of a process. */
export const on = (process: ProcessId) => streamOf("process", process);

/** The organisation behind a host's id. */
export const organisation = (name: string): OrganisationId | undefined => engine.request("party", { host_id: name }).party?.organisation_id;

type Name = { en: string; es: string; it: string; lv: string };

async function found(actor: string, name: string, kind: "public_administration" | "nonprofit_organisation", called: Name): Promise<StreamOf<"organisation">> {
  const known = organisation(name);
  if (known) return streamOf("organisation", known);
  return (await act(actor, "organisation.register", { organisation: name, name: called, kind, team_creation: "members" })).stream;
}

const TEAMS = [
  { team: "office", lead: ANNA, of: CITY, kind: "public_administration", people: [ANNA], name: { en: "The office", es: "La oficina", it: "L'ufficio", lv: "Birojs" } },
  { team: "board", lead: BRUNO, of: "association", kind: "nonprofit_organisation", people: [BRUNO], name: { en: "The board", es: "La junta", it: "Il direttivo", lv: "Valde" } },
  { team: "neighbours", lead: BRUNO, of: "association", kind: "citizen", people: [DORA, BRUNO], name: { en: "The neighbours", es: "El vecindario", it: "Il vicinato", lv: "Kaimiņi" } },
] as const;

/** Creates the city, the association and the neighbours, or the rest of them after an interruption. */
async function cast(): Promise<void> {
  const streams = {
    [CITY]: await found(ANNA, CITY, "public_administration", { en: "The city", es: "El ayuntamiento", it: "Il comune", lv: "Pašvaldība" }),
    association: await found(BRUNO, "association", "nonprofit_organisation", { en: "The association", es: "La asociación", it: "L'associazione", lv: "Biedrība" }),
  };
  for (const { team, lead, of, kind, people, name } of TEAMS) {
    const stream = streams[of];
    const known = () => engine.request("organisation", { organisation_id: idOf(stream) }).teams.find(({ host_id }) => host_id === team);
    if (!known()) await act(lead, "team.create", { team, name, kind }, stream);
    const members = known()?.members.map(({ person }) => person.host_id) ?? [];
    for (const person of people) if (!members.includes(person)) await act(lead, "team_member.add", { team, person }, stream);
  }
  const { document } = await engine.addDocument(NOTICE);
  const { notices } = engine.request("notices", { organisation_id: idOf(streams[CITY]) });
  if (!notices.some((notice) => notice.document === document)) await act(ANNA, "notice.publish", { notice: document }, streams[CITY]);
}

/** Begins a process from a plan, as Anna of the city would. */
export function begin(plan: Plan, language: string): Promise<ProcessId> {
  return navigator.locks.request("interlink-demo:begin", () => create(plan, language));
}

async function create(plan: Plan, language: string): Promise<ProcessId> {
  await cast();
  const { document } = await engine.addDocument(PLANS[plan]);
  const governance = engine.request("models", {}).models.find((model) => model.id === "interlink.g+g")!.document;
  const { name } = PLANS[plan];
  const { stream } = await act(ANNA, "process.create", { name, language: name[language] ? language : "en", governance, template: document, acting_for: CITY });
  for (const [team, role] of [["office", "public_partner"], ["board", "civic_partner"], ["neighbours", "contributor"]] as const) {
    await act(ANNA, "role.grant", { holder: { team }, role }, stream);
  }
  const process = idOf(stream);
  const wants = (items: readonly ItemView[]): ItemView | undefined =>
    items.find(({ key }) => key === WANTS_CONSENT) ?? items.map(({ children }) => wants(children ?? [])).find((found) => found !== undefined);
  const letters = wants(engine.request("tree", { process }).phases);
  if (letters) await act(ANNA, "purpose.require", { item: letters.item, organisation: CITY, purpose: PURPOSE }, stream);
  return process;
}

/** A process made up by the library's simulator; the page includes it. */
export async function simulated(): Promise<ProcessId> {
  const answer = await fetch("./simulated.bundle");
  if (!answer.ok) throw new Error(`simulated.bundle: ${answer.status}`);
  const file = await answer.arrayBuffer();
  const { process, streams } = await engine.importBundle(file);
  // It has no other home, so it moves here and the visitor can continue it.
  await engine.importBundle(file, { take_over: streams.map(({ stream }) => stream) });
  return process;
}

/** The processes of this record, the oldest first. */
export function processes(): ProcessId[] {
  const { streams } = engine.request("streams", { limit: 1000 });
  return streams.filter((stream) => isOf("process", stream)).map((stream) => idOf(stream));
}
