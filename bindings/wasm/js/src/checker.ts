/// <reference lib="esnext.disposable" preserve="true" />

import { Answering } from "./answering.js";
import { bytes } from "./bytes.js";
import { core, type Core } from "./check-module.js";
import { call, read } from "./problem.js";
import { type ConsentQuestion, type Question } from "./questions.js";
import type { ConsentView, Explanation, ProcessId, Timestamp } from "./types.js";

/**
 * Answers questions about one process from its bundle, as an engine does that has taken it in.
 *
 * ```ts
 * await init();
 * using checker = new Checker(await (await fetch("/processes/garden.bundle")).arrayBuffer());
 * checker.check({ actor: "bruno", permission: "item.add", process: checker.process, at: new Date() }).reasons;
 * ```
 */
export class Checker extends Answering {
  /** The process that the bundle is of. */
  readonly process: ProcessId;
  /** How many events of it were read. */
  readonly version: number;
  /**
   * As of when its answers are known: what happened since is not in the bundle. Where the writer of the bundle had any of it
   * from elsewhere itself, this is when that was told at its home.
   */
  readonly knownAsOf: Timestamp;

  /**
   * Reads a bundle that has its vault: without names nobody can be asked about.
   * @throws {@link InterlinkError} where it is none, or was changed. Who wrote it is for whoever hands it out to vouch for.
   */
  constructor(bundle: string | Uint8Array | ArrayBuffer) {
    const made = call(() => core(bytes(bundle)));
    super(made, "checker");
    this.process = made.of() as ProcessId;
    this.version = made.version();
    this.knownAsOf = new Date(made.known_as_of()).toISOString();
  }

  /** @internal */
  protected get core(): Core {
    return this.open as Core;
  }

  override check(question: Question): Explanation {
    return read(this.ask((names) => this.core.check(...names.question(question))));
  }

  /** May a person's data be processed for a purpose, what did she say, and what follows from it? */
  consent(question: ConsentQuestion): ConsentView {
    return read(this.ask((names) => this.core.consent(...names.about(question))));
  }

  /** @internal */
  protected override consentAtLength(question: ConsentQuestion): ConsentView {
    return this.consent(question);
  }

  /** Gives its memory back. */
  free(): void {
    this.replace(undefined);
  }

  [Symbol.dispose](): void {
    this.free();
  }
}
