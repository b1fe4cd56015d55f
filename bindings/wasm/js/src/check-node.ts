/**
 * The checks of interlink, and nothing else, for Node: ready at import.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { loader } from "./check-module.js";

export { init } from "./ready.js";
export * from "./check-shared.js";

loader.load(readFileSync(new URL("./check.wasm", import.meta.url)));
