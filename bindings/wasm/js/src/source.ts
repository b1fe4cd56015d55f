/** Where the module is: its address, an answer that brings it, its bytes, or itself. */
export type Source = string | URL | Response | Promise<Response> | BufferSource | WebAssembly.Module;
