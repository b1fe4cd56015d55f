import later, { Core, initSync as now } from "../build/consent/consent.js";
import { Loader } from "./loader.js";

/** @internal */
export const loader = new Loader("consent.wasm", { now, later });

/** An engine on an empty store, inside the module. @internal */
export function core(): Core {
  loader.need();
  return new Core();
}

/** @internal */
export type { Core };
