import type { Code, Explained, Json, Language, Problem } from "./types.js";

/**
 * What the library refuses, thrown. The code is the same in every language; `docs/errors.md` lists them all.
 *
 * ```ts
 * try {
 *   engine.execute(command);
 * } catch (error) {
 *   if (error instanceof InterlinkError && error.code === "permission.denied") console.log(error.reasons);
 * }
 * ```
 */
export class InterlinkError extends Error implements Problem {
  override readonly name = "InterlinkError";
  /** Which refusal it is. */
  readonly code: Code;
  /** What can be done about it. */
  readonly help: string;
  /** The language of the message, where one was asked for: not always that one. */
  readonly language?: Language;
  /** A JSON Pointer (RFC 6901) to the fault in what was sent. */
  readonly path?: string;
  /** Why, one by one, where a question was answered with no. */
  readonly reasons: Explained[];
  /** Facts for a program, by name. */
  readonly details: { [name: string]: Json };

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.code = problem.code;
    this.help = problem.help;
    if (problem.language !== undefined) this.language = problem.language;
    if (problem.path !== undefined) this.path = problem.path;
    this.reasons = problem.reasons ?? [];
    this.details = problem.details ?? {};
  }
}

/** Reads `{"ok": …, "position": …}` or throws what `{"problem": …}` says. @internal */
export function read<T>(outcome: string): T {
  const said = JSON.parse(outcome) as { ok: T } | { problem: Problem };
  if ("problem" in said) throw new InterlinkError(said.problem);
  return said.ok;
}

/** Calls the module, whose own refusals are texts. @internal */
export function call<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (typeof error === "string") read(error);
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    const help = "The library failed inside; please report it with what was called, and load the page again.";
    throw new InterlinkError({ code: "call.panic", message: "The library failed inside.", help }, { cause: error });
  }
}
