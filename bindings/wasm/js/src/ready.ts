/** Does nothing here, where the library is ready at import; it is there so that one program runs everywhere. */
export function init(_source?: unknown): Promise<void> {
  return Promise.resolve();
}
