import { call, InterlinkError } from "./problem.js";
import { type ConsentQuestion, Names, type Numbering, type Question } from "./questions.js";
import type { Explanation } from "./types.js";

/**
 * Reads the module's answer: 1 is allowed and 0 is denied. For anything else, `atLength` asks for the full answer,
 * which says what is wrong.
 */
const decided = (said: number | undefined, atLength: () => { allowed: boolean }): boolean =>
  said === 1 || (said !== 0 && atLength().allowed);

/** @internal */
export interface Handle extends Numbering {
  free(): void;
}

/** Answers checks, whatever the source of its data. */
export abstract class Answering {
  readonly #what: string;
  #core: Handle | undefined;
  #names: Names;

  /** @internal */
  protected constructor(made: Handle, what: string) {
    this.#what = what;
    this.#core = made;
    this.#names = new Names(made);
  }

  /** @internal */
  protected get open(): Handle {
    if (this.#core !== undefined) return this.#core;
    const help = `Open another ${this.#what}; this one was closed.`;
    throw new InterlinkError({ code: "call.closed", message: `The ${this.#what} is closed.`, help });
  }

  /** @internal */
  protected replace(made: Handle | undefined): void {
    this.#core?.free();
    this.#core = made;
    if (made !== undefined) this.#names = new Names(made);
  }

  /**
   * Whether an actor may do something: only the answer, in well under a microsecond; {@link check} gives the reasons.
   * @throws {@link InterlinkError} if the question has no answer: an unknown process, a malformed id.
   */
  allows(question: Question): boolean {
    return decided(this.ask((names) => names.allows(question)), () => this.check(question));
  }

  /** The same for many at once. */
  allowsMany(questions: readonly Question[]): boolean[] {
    const said = this.ask((names) => names.allowsMany(questions));
    return questions.map((question, nth) => decided(said[nth], () => this.check(question)));
  }

  /** Whether an actor may do something, and why: every reason for a denial, and the grants that allow it. */
  abstract check(question: Question): Explanation;

  /** May a person's data be processed for a purpose? `consent` gives the grounds. */
  consents(question: ConsentQuestion): boolean {
    return decided(this.ask((names) => names.consents(question)), () => this.consentAtLength(question));
  }

  /** The same for many at once. */
  consentsMany(questions: readonly ConsentQuestion[]): boolean[] {
    const said = this.ask((names) => names.consentsMany(questions));
    return questions.map((question, nth) => decided(said[nth], () => this.consentAtLength(question)));
  }

  /** @internal */
  protected abstract consentAtLength(question: ConsentQuestion): { allowed: boolean };

  /** Asks by numbers, while it is open. @internal */
  protected ask<T>(act: (names: Names) => T): T {
    this.open;
    return call(() => act(this.#names));
  }
}
