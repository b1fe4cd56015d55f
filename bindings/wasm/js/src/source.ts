/** The module's source: its address, a response with it, its bytes, or the module itself. */
export type Source = string | URL | Response | Promise<Response> | BufferSource | WebAssembly.Module;
