/// <reference lib="esnext.disposable" preserve="true" />

import { Answering } from "./answering.js";
import { bytes } from "./bytes.js";
import { core, type Core } from "./check-module.js";
import { call, read } from "./problem.js";
import { type ConsentQuestion, type Question } from "./questions.js";
import type { ConsentView, Explanation, ProcessId, Timestamp } from "./types.js";

/**
 * Answers questions about one process from its bundle, like an engine that has imported it.
 *
 * ```ts
 * await init();
 * using checker = new Checker(await (await fetch("/processes/garden.bundle")).arrayBuffer());
 * checker.check({ actor: "bruno", permission: "item.add", process: checker.process, at: new Date() }).reasons;
 * ```
 */
export class Checker extends Answering {
  /** The process of the bundle. */
  readonly process: ProcessId;
  /** The `seq` of the last event that was read. */
  readonly seq: number;
  /**
   * The time as of which its answers are known: later events are not in the bundle. For content that the bundle's
   * writer had from elsewhere, this is the time at its home.
   */
  readonly knownAsOf: Timestamp;

  /**
   * Reads a bundle with its vault: without host ids nobody can be asked about.
   * @throws {@link InterlinkError} if it is not a bundle, or was changed. It does not prove who wrote the bundle: trust
   * its source.
   */
  constructor(bundle: string | Uint8Array | ArrayBuffer) {
    const made = call(() => core(bytes(bundle)));
    super(made, "checker");
    this.process = made.of() as ProcessId;
    this.seq = made.seq();
    this.knownAsOf = new Date(made.known_as_of()).toISOString();
  }

  /** @internal */
  protected get core(): Core {
    return this.open as Core;
  }

  override check(question: Question): Explanation {
    return read(this.ask((names) => this.core.check(...names.question(question))));
  }

  /** May a person's data be processed for a purpose; with the person's decision, and what follows from it. */
  consent(question: ConsentQuestion): ConsentView {
    return read(this.ask((names) => this.core.consent(...names.about(question))));
  }

  /** @internal */
  protected override consentAtLength(question: ConsentQuestion): ConsentView {
    return this.consent(question);
  }

  /** Frees its memory. */
  free(): void {
    this.replace(undefined);
  }

  [Symbol.dispose](): void {
    this.free();
  }
}
