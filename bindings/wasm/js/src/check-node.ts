/**
 * The checks of interlink, and nothing else, for Node: nothing has to be awaited; the module is read when it is first needed.
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
 * Makes the checks ready now instead of when they are first needed; from bytes or another place where `check.wasm` is not
 * beside the script.
 *
 * @throws `InterlinkError` `call.not_ready` where the module cannot be read.
 */
export function init(source?: Source): Promise<void> {
  return initNode(loader, source);
}
