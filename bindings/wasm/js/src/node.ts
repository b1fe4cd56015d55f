/**
 * interlink for Node: ready at import.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { loader } from "./module.js";

export * from "./shared.js";

loader.load(readFileSync(new URL("./interlink.wasm", import.meta.url)));

/** Does nothing here, where the library is ready at import; it is there so that one program runs everywhere. */
export function init(_source?: unknown): Promise<void> {
  return Promise.resolve();
}
