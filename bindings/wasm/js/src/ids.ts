import type { StreamIds, StreamOf } from "./types.js";

/** The kinds of streams. */
export type StreamKind = keyof StreamIds;

/**
 * What the name of a stream has after the stroke: the id of what it is of.
 *
 * ```ts
 * const { stream } = engine.execute({ …, type: "process.create", … });
 * const process = idOf(stream); // a ProcessId
 * ```
 */
export function idOf<Kind extends StreamKind>(stream: `${Kind}/${string}`): StreamIds[Kind] {
  return stream.slice(stream.indexOf("/") + 1) as StreamIds[Kind];
}

/** The name of the stream of what has this id. */
export function streamOf<Kind extends StreamKind>(kind: Kind, id: StreamIds[Kind]): StreamOf<Kind> {
  return `${kind}/${id}` as StreamOf<Kind>;
}

/** Whether a stream is of that kind. */
export function isOf<Kind extends StreamKind>(kind: Kind, stream: StreamOf<StreamKind>): stream is StreamOf<Kind> {
  return stream.startsWith(`${kind}/`);
}
