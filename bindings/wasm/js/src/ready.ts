import { readFile } from "node:fs/promises";

import type { Loader } from "./loader.js";

/** The module's source: an address (also of a file, or a path), or its bytes. */
export type Source = string | URL | Uint8Array | ArrayBuffer;

/** Loads a module in Node, whose `fetch` does not read files. @internal */
export async function initNode(loader: Loader, source?: Source): Promise<void> {
  if (source === undefined) return loader.need();
  const file = source instanceof URL || typeof source === "string" ? address(source) : undefined;
  if (file?.protocol !== "file:") return loader.fetchOnce(() => file ?? (source as BufferSource));
  // Read inside the loader, so that later callers wait for the same load.
  return loader.fetchOnce(() => readFile(file).then((bytes) => new Response(bytes, WASM)));
}

const WASM = { headers: { "content-type": "application/wasm" } };

/** An address as it is, or a path of this machine as an address. */
function address(source: string | URL): URL {
  return URL.canParse(source) ? new URL(source) : new URL(source, `file://${process.cwd()}/`);
}
