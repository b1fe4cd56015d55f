/**
 * interlink for Node: nothing has to be awaited; the module is read when it is first needed.
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
 * Makes the library ready now instead of when it is first needed. A server that was bundled into one file, and has no
 * `interlink.wasm` beside it, hands over its bytes, or says where it lies.
 *
 * @throws `InterlinkError` `call.not_ready` where the module cannot be read.
 */
export function init(source?: Source): Promise<void> {
  return initNode(loader, source);
}
