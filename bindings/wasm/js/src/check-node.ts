/**
 * The checks of interlink, and nothing else, for Node: ready at import.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { loader } from "./check-module.js";

export * from "./check-shared.js";

loader.load(readFileSync(new URL("./check.wasm", import.meta.url)));

/** Does nothing here, where the library is ready at import; it is there so that one program runs everywhere. */
export function init(_source?: unknown): Promise<void> {
  return Promise.resolve();
}
