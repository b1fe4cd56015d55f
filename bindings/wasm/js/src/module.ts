import later, { Core, initSync as now } from "../build/interlink/interlink.js";
import { Loader } from "./loader.js";

/** @internal */
export const loader = new Loader("interlink.wasm", { now, later });

/** An engine on an empty store, inside the module. @internal */
export function core(): Core {
  loader.need();
  return new Core();
}

/** The same for a stored record, which uses the page's clock. @internal */
export function keptCore(): Core {
  loader.need();
  return Core.kept();
}

/** @internal */
export type { Core };
