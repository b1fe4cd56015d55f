export { Checker } from "./checker.js";
export { InterlinkError } from "./problem.js";
export type { ConsentQuestion, Moment, Question } from "./questions.js";
export type { Code, ConsentView, Explained, Explanation, Id, ItemId, OrganisationId, Problem, ProcessId, Timestamp } from "./types.js";
