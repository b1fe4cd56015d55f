import { readFile } from "node:fs/promises";

import type { Loader } from "./loader.js";

/** Where the module is: an address (a file's, too, or a path), or its bytes. */
export type Source = string | URL | Uint8Array | ArrayBuffer;

/** Makes a module ready in Node, whose `fetch` knows no files. @internal */
export async function initNode(loader: Loader, source?: Source): Promise<void> {
  if (source === undefined) return loader.need();
  const file = source instanceof URL || typeof source === "string" ? address(source) : undefined;
  if (file?.protocol !== "file:") return loader.fetchOnce(() => file ?? (source as BufferSource));
  // Read within the loader's turn, so that who calls again meanwhile waits for the same.
  return loader.fetchOnce(() => readFile(file).then((bytes) => new Response(bytes, WASM)));
}

const WASM = { headers: { "content-type": "application/wasm" } };

/** An address as it is, or a path of this machine's as one. */
function address(source: string | URL): URL {
  return URL.canParse(source) ? new URL(source) : new URL(source, `file://${process.cwd()}/`);
}
