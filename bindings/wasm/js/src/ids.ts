import type { StreamIds, StreamOf } from "./types.js";

/** The kinds of streams. */
export type StreamKind = keyof StreamIds;

/**
 * The part of a stream's name after the slash: the id of its subject.
 *
 * ```ts
 * const { stream } = engine.execute({ …, type: "process.create", … });
 * const process = idOf(stream); // a ProcessId
 * ```
 */
export function idOf<Kind extends StreamKind>(stream: `${Kind}/${string}`): StreamIds[Kind] {
  return stream.slice(stream.indexOf("/") + 1) as StreamIds[Kind];
}

/** The name of the stream with this id. */
export function streamOf<Kind extends StreamKind>(kind: Kind, id: StreamIds[Kind]): StreamOf<Kind> {
  return `${kind}/${id}` as StreamOf<Kind>;
}

/** Whether a stream is of that kind. */
export function isOf<Kind extends StreamKind>(kind: Kind, stream: StreamOf<StreamKind>): stream is StreamOf<Kind> {
  return stream.startsWith(`${kind}/`);
}
