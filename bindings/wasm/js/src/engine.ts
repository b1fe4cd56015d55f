/// <reference lib="esnext.disposable" preserve="true" />

import { Answering } from "./answering.js";
import { bytes } from "./bytes.js";
import { core, type Core } from "./module.js";
import { call, read } from "./problem.js";
import { type ConsentQuestion, type Question, timestamp } from "./questions.js";
import type {
  AddedView,
  Answers,
  ArchiveView,
  CatalogueView,
  Command,
  CommandOutcome,
  DocumentInput,
  ExecutedView,
  Explanation,
  Imported,
  MessageCatalogueDocument,
  Position,
  HostId,
  ProcessId,
  Requests,
  StreamOf,
  TextFile,
} from "./types.js";

/** The requests that change something; each has a method of its own. */
type Writing =
  | "execute"
  | "execute_as_host"
  | "execute_many"
  | "add_document"
  | "add_message_catalogue"
  | "add_archive"
  | "add_catalogue"
  | "import_bundle";
/** The requests that only ask. */
export type Asking = Exclude<keyof Requests, Writing>;

/** What a host says of a bundle that it hands over: nothing in it proves where it comes from. */
export type ImportTerms = Omit<Requests["import_bundle"], "bundle">;

/** What a command of a type carries. */
export type CommandData<T extends Command["type"]> = Extract<Command, { type: T }>["data"];

/** The stream that a command of a type is for, or the one that it makes. */
export type CommandStream<T extends Command["type"]> = T extends "organisation.register"
  ? StreamOf<"organisation">
  : T extends "process.create" | "process.clone" | "process.import"
    ? StreamOf<"process">
    : NonNullable<Extract<Command, { type: T }>["stream"]>;

/** What a command of a type came to. */
export type Executed<T extends Command["type"]> = ExecutedView & { stream: CommandStream<T> };

/** An export of the INTERLINK platform that was read, with the files that lay in it, in the order of the view. */
export interface Archive {
  view: ArchiveView;
  files: Uint8Array[];
}

/** What an engine can be asked, wherever its record lies. */
export abstract class Asked extends Answering {
  /** @internal */
  protected constructor(made: Core) {
    super(made, "engine");
  }

  /** @internal */
  protected get core(): Core {
    return this.open as Core;
  }

  /**
   * The position of the store that the latest answer is of: everything up to there is in it, and nothing later. Before the
   * first answer, where the record stands.
   */
  get position(): Position {
    return this.core.position();
  }

  override check(question: Question): Explanation {
    return this.request("check", { ...question, at: timestamp(question.at) });
  }

  /** @internal */
  protected override consentAtLength(question: ConsentQuestion): Answers["consent"] {
    return this.request("consent", { ...question, at: timestamp(question.at) });
  }

  /**
   * Asks for a view.
   *
   * ```ts
   * const tree = engine.request("tree", { process, language: "it" });
   * ```
   */
  request<K extends Asking>(name: K, data: Requests[K]): Answers[K] {
    return read(call(() => this.core.request(json({ [name]: data ?? null }))));
  }

  /**
   * Writes a process as a bundle, with what is personal in it only where that is asked for. Without, people are pseudonyms
   * wherever it is taken in, and names cannot come after: nobody there can go on with it.
   *
   * With `person`, for the page that she looks at: it names her and nobody else, and tells of nobody else what they want.
   */
  exportBundle(process: ProcessId, options: { vault?: boolean } | { person: HostId } = {}): string {
    if ("person" in options) return call(() => this.core.export_bundle_for(process, options.person));
    return call(() => this.core.export_bundle(process, options.vault ?? false));
  }
}

/** JSON for the other side; what is none is left for the library to refuse. */
const json = (value: unknown): string => JSON.stringify(value) ?? "null";

/** What an engine does, said once for engines that answer at once and for those that write first. @internal */
export const acts = {
  execute: <View extends ExecutedView>(core: Core, command: Command): View => read(core.execute(json(command))),
  executeAsHost: <View extends ExecutedView>(core: Core, command: Command): View =>
    read(core.request(json({ execute_as_host: command ?? null }))),
  executeMany: (core: Core, commands: readonly Command[]): CommandOutcome[] =>
    read<Answers["execute_many"]>(core.execute_many(json(commands))).outcomes,
  addDocument: (core: Core, document: DocumentInput): AddedView =>
    read(core.request(json({ add_document: document ?? null }))),
  addPhrasebook: (core: Core, message_catalogue: MessageCatalogueDocument): Answers["add_message_catalogue"] =>
    read(core.request(json({ add_message_catalogue: message_catalogue ?? null }))),
  importBundle: (core: Core, bundle: string | Uint8Array | ArrayBuffer, terms?: ImportTerms): Imported =>
    terms === undefined
      ? read(core.import_bundle(bytes(bundle)))
      : read(core.request(json({ import_bundle: { ...terms, bundle: new TextDecoder().decode(bytes(bundle)) } }))),
  addArchive: (core: Core, archive: Uint8Array | ArrayBuffer): Archive => {
    const [said, ...files] = core.add_archive(bytes(archive)) as [string, ...Uint8Array[]];
    return { view: read<ArchiveView>(said), files };
  },
  addCatalogue: (core: Core, files?: readonly TextFile[]): CatalogueView =>
    read(core.request(json({ add_catalogue: files === undefined ? {} : { files } }))),
};

/**
 * An engine whose record lies in memory and goes with it.
 *
 * ```ts
 * await init();
 * using engine = Engine.memory();
 * ```
 */
export class Engine extends Asked {
  private constructor() {
    super(core());
  }

  /** An engine on an empty record. */
  static memory(): Engine {
    return new Engine();
  }

  /** Executes a command: all of it, or nothing and a reason. */
  execute<T extends Command["type"]>(command: Command & { type: T }): Executed<T> {
    return call(() => acts.execute(this.core, command));
  }

  /** Executes a command in the host's own name: it appoints and dismisses operators. Never hand on what a user sent. */
  executeAsHost<T extends Command["type"]>(command: Command & { type: T }): Executed<T> {
    return call(() => acts.executeAsHost(this.core, command));
  }

  /** Executes commands one after another, each for itself. */
  executeMany(commands: readonly Command[]): CommandOutcome[] {
    return call(() => acts.executeMany(this.core, commands));
  }

  /** Keeps a template, a catalogue, a governance model or a notice. */
  addDocument(document: DocumentInput): AddedView {
    return call(() => acts.addDocument(this.core, document));
  }

  /** Takes sentences in one more language, until the engine is closed. */
  addPhrasebook(message_catalogue: MessageCatalogueDocument): Answers["add_message_catalogue"] {
    return call(() => acts.addPhrasebook(this.core, message_catalogue));
  }

  /** Takes a bundle in, all of it or nothing, on the word of the host: where it comes from, and what is at home where. */
  importBundle(bundle: string | Uint8Array | ArrayBuffer, terms?: ImportTerms): Imported {
    return call(() => acts.importBundle(this.core, bundle, terms));
  }

  /** Reads an export of the INTERLINK platform. */
  addArchive(archive: Uint8Array | ArrayBuffer): Archive {
    return call(() => acts.addArchive(this.core, archive));
  }

  /**
   * Reads a catalogue in INTERLINK's folders, and keeps it with its templates; the small one that comes with the library where
   * no files are given. `request("write_catalogue", …)` gives its files again, and `request("write_archive", …)` a process as an export.
   */
  addCatalogue(files?: readonly TextFile[]): CatalogueView {
    return call(() => acts.addCatalogue(this.core, files));
  }

  /** Any request as the text that it is, and the answer as one: what other languages send, byte for byte. */
  requestJson(request: string): string {
    return call(() => this.core.request(String(request)));
  }

  /** Closes the engine and gives its memory back. */
  free(): void {
    this.replace(undefined);
  }

  [Symbol.dispose](): void {
    this.free();
  }
}
