/**
 * The checks of interlink, and nothing else, for Node: nothing needs to be awaited; the module is loaded when first
 * used.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { loader } from "./check-module.js";
import { initNode } from "./ready.js";
import type { Source } from "./ready.js";

export * from "./check-shared.js";
export type { Source } from "./ready.js";

loader.readLater(() => readFileSync(new URL("./check.wasm", import.meta.url)));

/**
 * Loads the checks now instead of when first used; pass bytes or another address if `check.wasm` is not beside the
 * script.
 *
 * @throws `InterlinkError` `call.not_ready` if the module cannot be read.
 */
export function init(source?: Source): Promise<void> {
  return initNode(loader, source);
}
