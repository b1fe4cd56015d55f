import { InterlinkError } from "./problem.js";
import type { Source } from "./source.js";

/** The loading functions of the generated code. */
interface Generated {
  now: (module: { module: BufferSource | WebAssembly.Module }) => unknown;
  later: (module: { module_or_path: Source }) => Promise<unknown>;
}

/** Loads a module, once. @internal */
export class Loader {
  readonly #generated: Generated;
  readonly #file: string;
  #ready = false;
  #loading: Promise<void> | undefined;
  #beside: (() => BufferSource) | undefined;

  constructor(file: string, generated: Generated) {
    this.#file = file;
    this.#generated = generated;
  }

  /** How to read the file when first used, if that can be done synchronously. */
  readLater(beside: () => BufferSource): void {
    this.#beside = beside;
  }

  /** Later callers wait for the same load; after a failure the next call retries. */
  fetchOnce(source: () => Source): Promise<void> {
    if (this.#ready) return Promise.resolve();
    return (this.#loading ??= this.#generated.later({ module_or_path: source() }).then(
      () => {
        this.#ready = true;
      },
      (error: unknown) => {
        this.#loading = undefined;
        const help = `Make sure that the file ${this.#file} is served beside the script, or give its address: init(url); and that the page's Content Security Policy allows 'wasm-unsafe-eval'.`;
        throw notReady("The module could not be loaded.", help, { cause: error });
      },
    ));
  }

  /** Loads the module now, or throws if it was used too soon. */
  need(): void {
    if (this.#ready) return;
    if (!this.#beside) throw notReady("The module is not loaded yet.", "Await init() before anything else.");
    let bytes: BufferSource;
    try {
      bytes = this.#beside();
    } catch (error) {
      const help = `The file ${this.#file} is not beside the script, since bundlers may leave it out: copy it there, or await init(bytes) with its content.`;
      throw notReady("The module could not be read.", help, { cause: error });
    }
    this.#generated.now({ module: bytes });
    this.#ready = true;
  }
}

function notReady(message: string, help: string, options?: ErrorOptions): InterlinkError {
  return new InterlinkError({ code: "call.not_ready", message, help }, options);
}
