import { InterlinkError } from "./problem.js";
import type { Source } from "./source.js";

/** What the generated code offers to make a module ready. */
interface Generated {
  now: (module: { module: BufferSource | WebAssembly.Module }) => unknown;
  later: (module: { module_or_path: Source }) => Promise<unknown>;
}

/** Makes a module ready, once. @internal */
export class Loader {
  readonly #generated: Generated;
  readonly #file: string;
  #ready = false;
  #loading: Promise<void> | undefined;

  constructor(file: string, generated: Generated) {
    this.#file = file;
    this.#generated = generated;
  }

  /** From what is already there. */
  load(bytes: BufferSource | WebAssembly.Module): void {
    if (this.#ready) return;
    this.#generated.now({ module: bytes });
    this.#ready = true;
  }

  /** Who calls again waits for the same; after a failure it is tried anew. */
  fetchOnce(source: () => Source): Promise<void> {
    if (this.#ready) return Promise.resolve();
    return (this.#loading ??= this.#generated.later({ module_or_path: source() }).then(
      () => {
        this.#ready = true;
      },
      (error: unknown) => {
        this.#loading = undefined;
        const help = `See that the file ${this.#file} is served beside the script, or say where it is: init(url); and that the page's Content Security Policy allows 'wasm-unsafe-eval'.`;
        throw notReady("The module could not be loaded.", help, { cause: error });
      },
    ));
  }

  /** Stops whoever came too soon. */
  need(): void {
    if (!this.#ready) throw notReady("The module is not loaded yet.", "Await init() before anything else.");
  }
}

function notReady(message: string, help: string, options?: ErrorOptions): InterlinkError {
  return new InterlinkError({ code: "call.not_ready", message, help }, options);
}
