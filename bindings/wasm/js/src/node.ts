/**
 * interlink for Node: ready at import.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { loader } from "./module.js";

export { init } from "./ready.js";
export * from "./shared.js";

loader.load(readFileSync(new URL("./interlink.wasm", import.meta.url)));
