import later, { Core, initSync as now } from "../build/check/check.js";
import { Loader } from "./loader.js";

/** @internal */
export const loader = new Loader("check.wasm", { now, later });

/** A parsed bundle, inside the module. @internal */
export function core(bundle: Uint8Array): Core {
  loader.need();
  return new Core(bundle);
}

/** @internal */
export type { Core };
