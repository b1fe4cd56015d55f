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

/** The requests that change something; each has its own method. */
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

/** The host's terms for a bundle: the bundle itself does not prove where it comes from. */
export type ImportTerms = Omit<Requests["import_bundle"], "bundle">;

/** The data of a command of a type. */
export type CommandData<T extends Command["type"]> = Extract<Command, { type: T }>["data"];

/** The stream that a command of a type is for, or that it creates. */
export type CommandStream<T extends Command["type"]> = T extends "organisation.register"
  ? StreamOf<"organisation">
  : T extends "process.create" | "process.clone" | "process.import"
    ? StreamOf<"process">
    : NonNullable<Extract<Command, { type: T }>["stream"]>;

/** The result of a command of a type. */
export type Executed<T extends Command["type"]> = ExecutedView & { stream: CommandStream<T> };

/** An export of the INTERLINK platform that was read, with its files, in the order of the view. */
export interface Archive {
  view: ArchiveView;
  files: Uint8Array[];
}

/** The questions to an engine, wherever its record is stored. */
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
   * The position of the store as of which the latest answer is valid: it includes everything up to there, and nothing
   * later. Before the first answer, the position of the record.
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
   * Writes a process as a bundle, with personal data only if asked for. Without them, people remain pseudonyms wherever
   * it is imported, and their identities cannot be added later: nobody there can act in it.
   *
   * With `person`, for the page shown to that person: it contains only their identity, and no consent events of others.
   */
  exportBundle(process: ProcessId, options: { vault?: boolean } | { person: HostId } = {}): string {
    if ("person" in options) return call(() => this.core.export_bundle_for(process, options.person));
    return call(() => this.core.export_bundle(process, options.vault ?? false));
  }
}

/** The JSON for the module; the library refuses anything that has none. */
const json = (value: unknown): string => JSON.stringify(value) ?? "null";

/** The actions of an engine, defined once for engines that answer at once and for those that write first. @internal */
export const acts = {
  execute: <View extends ExecutedView>(core: Core, command: Command): View => read(core.execute(json(command))),
  executeAsHost: <View extends ExecutedView>(core: Core, command: Command): View =>
    read(core.request(json({ execute_as_host: command ?? null }))),
  executeMany: (core: Core, commands: readonly Command[]): CommandOutcome[] =>
    read<Answers["execute_many"]>(core.execute_many(json(commands))).outcomes,
  addDocument: (core: Core, document: DocumentInput): AddedView =>
    read(core.request(json({ add_document: document ?? null }))),
  addMessageCatalogue: (core: Core, catalogue: MessageCatalogueDocument): Answers["add_message_catalogue"] =>
    read(core.request(json({ add_message_catalogue: catalogue ?? null }))),
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
 * An engine whose record is kept in memory only.
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

  /** Executes a command: all of it, or nothing and an error with reasons. */
  execute<T extends Command["type"]>(command: Command & { type: T }): Executed<T> {
    return call(() => acts.execute(this.core, command));
  }

  /**
   * Executes a command in the host's own name, which appoints and dismisses operators. Never pass on a user's input.
   */
  executeAsHost<T extends Command["type"]>(command: Command & { type: T }): Executed<T> {
    return call(() => acts.executeAsHost(this.core, command));
  }

  /** Executes commands one after another, each on its own. */
  executeMany(commands: readonly Command[]): CommandOutcome[] {
    return call(() => acts.executeMany(this.core, commands));
  }

  /** Stores a template, a catalogue, a governance model or a notice. */
  addDocument(document: DocumentInput): AddedView {
    return call(() => acts.addDocument(this.core, document));
  }

  /** Adds a message catalogue, until the engine is closed. */
  addMessageCatalogue(catalogue: MessageCatalogueDocument): Answers["add_message_catalogue"] {
    return call(() => acts.addMessageCatalogue(this.core, catalogue));
  }

  /**
   * Imports a bundle, all of it or nothing, on the host's terms: where it comes from, and which streams are at home
   * where.
   */
  importBundle(bundle: string | Uint8Array | ArrayBuffer, terms?: ImportTerms): Imported {
    return call(() => acts.importBundle(this.core, bundle, terms));
  }

  /** Reads an export of the INTERLINK platform. */
  addArchive(archive: Uint8Array | ArrayBuffer): Archive {
    return call(() => acts.addArchive(this.core, archive));
  }

  /**
   * Reads a catalogue in INTERLINK's folder layout and stores it with its templates; without files, the small one that
   * comes with the library. `request("write_catalogue", …)` returns its files, and `request("write_archive", …)` a
   * process as an export.
   */
  addCatalogue(files?: readonly TextFile[]): CatalogueView {
    return call(() => acts.addCatalogue(this.core, files));
  }

  /** Any request as text, answered as text: byte for byte as in every binding. */
  requestJson(request: string): string {
    return call(() => this.core.request(String(request)));
  }

  /** Closes the engine and frees its memory. */
  free(): void {
    this.replace(undefined);
  }

  [Symbol.dispose](): void {
    this.free();
  }
}
