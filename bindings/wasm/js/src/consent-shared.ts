export { type ConsentAsking, type ConsentCommand, type ConsentExecuted, Engine } from "./consent-engine.js";
export { idOf, isOf, type StreamKind, streamOf } from "./ids.js";
export { InterlinkError } from "./problem.js";
export type { ConsentQuestion, Moment } from "./questions.js";
export type * from "./types.js";
