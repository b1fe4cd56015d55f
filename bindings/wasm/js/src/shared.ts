export { type Archive, type Asking, type CommandData, Engine, type ImportTerms } from "./engine.js";
export { InterlinkError } from "./problem.js";
export type { ConsentQuestion, Moment, Question } from "./questions.js";
export { StoredEngine } from "./stored.js";
export type * from "./types.js";
