/**
 * interlink for Node: nothing needs to be awaited; the module is loaded when first used.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { loader } from "./module.js";
import { initNode } from "./ready.js";
import type { Source } from "./ready.js";

export * from "./shared.js";
export type { Source } from "./ready.js";

loader.readLater(() => readFileSync(new URL("./interlink.wasm", import.meta.url)));

/**
 * Loads the library now instead of when first used. A server that was bundled into one file, without `interlink.wasm`
 * beside it, passes its bytes or its address.
 *
 * @throws `InterlinkError` `call.not_ready` if the module cannot be read.
 */
export function init(source?: Source): Promise<void> {
  return initNode(loader, source);
}
