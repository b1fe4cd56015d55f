export { type Archive, type Asking, type CommandData, type CommandStream, Engine, type Executed, type ImportTerms } from "./engine.js";
export { idOf, isOf, type StreamKind, streamOf } from "./ids.js";
export { InterlinkError } from "./problem.js";
export type { ConsentQuestion, Moment, Question } from "./questions.js";
export { StoredEngine } from "./stored.js";
export type * from "./types.js";
