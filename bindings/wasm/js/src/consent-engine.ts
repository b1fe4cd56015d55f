/// <reference lib="esnext.disposable" preserve="true" />

import { core, type Core } from "./consent-module.js";
import { call, InterlinkError, read } from "./problem.js";
import { type ConsentQuestion, millis, timestamp } from "./questions.js";
import type { AddedView, Answers, Command, CommandOutcome, DocumentInput, ExecutedView, MessageCatalogueDocument, Position, Requests, StreamOf } from "./types.js";

/** The streams that this module does not have. */
type Elsewhere = StreamOf<"process" | "rating">;

/** The commands of the blocks that this module has. */
export type ConsentCommand = Exclude<
  Command,
  { stream: Elsewhere } | { type: "process.create" | "process.clone" | "process.import" | `rating.${string}` }
>;

/** The result of a command. */
export type ConsentExecuted = ExecutedView;

/** The questions about these blocks. */
export type ConsentAsking =
  | "attribution"
  | "audit_trail"
  | "changes"
  | "consent"
  | "consents"
  | "document"
  | "dry_run"
  | "notice_gaps"
  | "notices"
  | "notifications"
  | "obligations"
  | "operators"
  | "organisation"
  | "party"
  | "processing"
  | "receipt"
  | "set_language"
  | "streams"
  | "subject_access"
  | "subject_requests"
  | "verify";

/** The JSON for the module; the library refuses anything that has none. */
const json = (value: unknown): string => JSON.stringify(value) ?? "null";

/**
 * An engine for parties, notices, consents and people's rights, without processes. Its record is kept in memory only.
 *
 * ```ts
 * await init();
 * using engine = Engine.memory();
 * ```
 */
export class Engine {
  #core: Core | undefined;

  private constructor() {
    this.#core = call(core);
  }

  /** An engine on an empty record. */
  static memory(): Engine {
    return new Engine();
  }

  get #open(): Core {
    if (this.#core !== undefined) return this.#core;
    throw new InterlinkError({ code: "call.closed", message: "The engine is closed.", help: "Open another engine; this one was closed." });
  }

  /** The position of the store as of which the latest answer is valid. */
  get position(): Position {
    return this.#open.position();
  }

  /** Executes a command: all of it, or nothing and an error with reasons. */
  execute(command: ConsentCommand): ConsentExecuted {
    return read(call(() => this.#open.execute(json(command))));
  }

  /**
   * Executes a command in the host's own name, which appoints and dismisses operators. Never pass on a user's input.
   */
  executeAsHost(command: ConsentCommand): ConsentExecuted {
    return read(call(() => this.#open.request(json({ execute_as_host: command ?? null }))));
  }

  /** Executes commands one after another, each on its own. */
  executeMany(commands: readonly ConsentCommand[]): CommandOutcome[] {
    return read<Answers["execute_many"]>(call(() => this.#open.execute_many(json(commands)))).outcomes;
  }

  /** Stores a notice. */
  addDocument(document: DocumentInput): AddedView {
    return read(call(() => this.#open.request(json({ add_document: document ?? null }))));
  }

  /** Adds a message catalogue, until the engine is closed. */
  addMessageCatalogue(catalogue: MessageCatalogueDocument): Answers["add_message_catalogue"] {
    return read(call(() => this.#open.request(json({ add_message_catalogue: catalogue ?? null }))));
  }

  /** Asks for a view. */
  request<K extends ConsentAsking>(name: K, data: Requests[K]): Answers[K] {
    return read(call(() => this.#open.request(json({ [name]: data ?? null }))));
  }

  /** May a person's data be processed for a purpose? `request("consent", …)` gives the grounds. */
  consents(question: ConsentQuestion): boolean {
    const { person, organisation_id, purpose, at } = question;
    const said = call(() => this.#open.consents(person, organisation_id, purpose, millis(at)));
    return said ?? this.request("consent", { ...question, at: timestamp(at) }).allowed;
  }

  /** Any request as text, answered as text: byte for byte as in every binding. */
  requestJson(request: string): string {
    return call(() => this.#open.request(String(request)));
  }

  /** Closes the engine and frees its memory. */
  free(): void {
    this.#core?.free();
    this.#core = undefined;
  }

  [Symbol.dispose](): void {
    this.free();
  }
}
