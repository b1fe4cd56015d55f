import { call, InterlinkError } from "./problem.js";
import { type ConsentQuestion, Names, type Numbering, type Question } from "./questions.js";
import type { Explanation } from "./types.js";

/** What the other side says: 1 is yes and 0 is no. Anything else has no answer, and asking at length says what is wrong. */
const decided = (said: number | undefined, atLength: () => { allowed: boolean }): boolean =>
  said === 1 || (said !== 0 && atLength().allowed);

/** @internal */
export interface Handle extends Numbering {
  free(): void;
}

/** What answers checks, whatever it knows them from. */
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
   * May she? Nothing but yes or no, in well under a microsecond; {@link check} says why.
   * @throws {@link InterlinkError} where the question has no answer: an unknown process, a malformed id.
   */
  allows(question: Question): boolean {
    return decided(this.ask((names) => names.allows(question)), () => this.check(question));
  }

  /** The same for many at once. */
  allowsMany(questions: readonly Question[]): boolean[] {
    const said = this.ask((names) => names.allowsMany(questions));
    return questions.map((question, nth) => decided(said[nth], () => this.check(question)));
  }

  /** May she, and if not, why not? Every reason at once, and whose word a yes rests on. */
  abstract check(question: Question): Explanation;

  /** May a person's data be processed for a purpose? `consent` says on what grounds. */
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

  /** Asks by numbers, of what is open. @internal */
  protected ask<T>(act: (names: Names) => T): T {
    this.open;
    return call(() => act(this.#names));
  }
}
