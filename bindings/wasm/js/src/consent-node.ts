/**
 * Consents of interlink without processes, for Node: nothing needs to be awaited; the module is loaded when first
 * used.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { loader } from "./consent-module.js";
import { initNode } from "./ready.js";
import type { Source } from "./ready.js";

export * from "./consent-shared.js";
export type { Source } from "./ready.js";

loader.readLater(() => readFileSync(new URL("./consent.wasm", import.meta.url)));

/**
 * Loads the library now instead of when first used; pass bytes or another address if `consent.wasm` is not beside the
 * script.
 *
 * @throws `InterlinkError` `call.not_ready` if the module cannot be read.
 */
export function init(source?: Source): Promise<void> {
  return initNode(loader, source);
}
