import initialise, { Core, initSync } from "../build/bindgen/interlink_wasm.js";
import { InterlinkError } from "./problem.js";
import type { Source } from "./source.js";

let ready = false;
let loading: Promise<void> | undefined;

/** Makes the module ready from what is already there. @internal */
export function load(bytes: BufferSource | WebAssembly.Module): void {
  if (ready) return;
  initSync({ module: bytes });
  ready = true;
}

/** Makes the module ready, once. Who calls again waits for the same; after a failure it is tried anew. @internal */
export function fetchOnce(source: () => Source): Promise<void> {
  if (ready) return Promise.resolve();
  return (loading ??= initialise({ module_or_path: source() }).then(
    () => {
      ready = true;
    },
    (error: unknown) => {
      loading = undefined;
      throw notReady("The module could not be loaded.", NOT_SERVED, { cause: error });
    },
  ));
}

const NOT_SERVED =
  "See that the file interlink.wasm is served beside the script, or say where it is: init(url); and that the page's Content Security Policy allows 'wasm-unsafe-eval'.";

function notReady(message: string, help: string, options?: ErrorOptions): InterlinkError {
  return new InterlinkError({ code: "call.not_ready", message, help }, options);
}

/** An engine on an empty store, inside the module. @internal */
export function core(): Core {
  if (ready) return new Core();
  throw notReady("The module is not loaded yet.", "Await init() before anything else.");
}

/** @internal */
export type { Core };
