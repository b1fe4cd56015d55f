import type { Code, Explained, Json, Language, Problem } from "./types.js";

/**
 * A failure of the library, thrown. The code is the same in every binding; `docs/errors.md` lists them all.
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
  /** The code. */
  readonly code: Code;
  /** What can be done about it. */
  readonly help: string;
  /** The language of the message, if a language was asked for; it may be another one. */
  readonly language?: Language;
  /** A JSON Pointer (RFC 6901) to the fault in the input. */
  readonly path?: string;
  /** Each reason for a denial. */
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

/** Calls the module, whose own failures are texts. @internal */
export function call<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (typeof error === "string") read(error);
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    const help = "The library failed internally. Please report it with the call that you made, and reload the page.";
    throw new InterlinkError({ code: "call.panic", message: "The library failed internally.", help }, { cause: error });
  }
}
