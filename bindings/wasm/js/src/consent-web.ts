/**
 * Consents of interlink without processes, for browsers, bundlers and workers.
 *
 * @module
 */
import { loader } from "./consent-module.js";
import type { Source } from "./source.js";

export * from "./consent-shared.js";
export type { Source } from "./source.js";

/**
 * Loads the library: once, however often it is called. Without an argument the module is fetched from beside the script,
 * where bundlers put it.
 *
 * @throws `InterlinkError` `call.not_ready` if the module cannot be loaded; calling again retries.
 */
export function init(source?: Source): Promise<void> {
  return loader.fetchOnce(() => source ?? new URL("./consent.wasm", import.meta.url));
}
