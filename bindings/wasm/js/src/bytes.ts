/** The bytes of a file, in whichever form they are given. @internal */
export function bytes(of: string | Uint8Array | ArrayBuffer): Uint8Array {
  if (of instanceof Uint8Array) return of;
  if (typeof of === "string") return new TextEncoder().encode(of);
  if (of instanceof ArrayBuffer) return new Uint8Array(of);
  throw new TypeError("a file must be a string, a Uint8Array or an ArrayBuffer");
}
