import { call } from "./problem.js";
import type { HostId, ItemId, Key, OrganisationId, Permission, ProcessId, Timestamp } from "./types.js";

/** May an actor do something? */
export interface Question {
  /** The actor, by the host's id. */
  actor: HostId;
  /** The permission asked for. */
  permission: Permission;
  /** The process. */
  process: ProcessId;
  /** The item; the process as a whole if absent. */
  item?: ItemId | null;
  /** The moment of the check. */
  at: Moment;
}

/** May a person's data be processed for a purpose? */
export interface ConsentQuestion {
  /** The data subject, by the host's id. */
  person: HostId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** The moment of the check. */
  at: Moment;
}

/** A moment: a date, milliseconds since 1970 in UTC, or a time with its offset in RFC 3339. */
export type Moment = Date | number | Timestamp;

/** How many names the module keeps before the numbering is reset. */
const MOST_NAMES = 100_000;

/** RFC 3339, section 5.6. The library refuses other forms that browsers accept, such as a local time. */
const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/** @internal */
export function millis(at: Moment): number {
  if (typeof at !== "string") return +at;
  const [, year, month, day, hour, minute, second, fraction, sign, hours, minutes] = INSTANT.exec(at) ?? [];
  if (year === undefined) return NaN;
  const isLeap = second === "60";
  const seconds = isLeap ? "59" : second!;
  const local = Date.UTC(+year, +month! - 1, +day!, +hour!, +minute!, +seconds, +`${fraction ?? ""}000`.slice(0, 3));
  // A date that does not exist, such as 30 February, is read as another day.
  if (new Date(local).toISOString().slice(0, 19) !== `${year}-${month}-${day}T${hour}:${minute}:${seconds}`) return NaN;
  const offset = (+(hours ?? 0) * 60 + +(minutes ?? 0)) * 60_000;
  const read = sign === "-" ? local + offset : local - offset;
  // A leap second has the same number as the second after it; it is at the end of a month in UTC.
  return !isLeap ? read : /-01T00:00:00/.test(new Date(read + 1000).toISOString()) ? read + 1000 : NaN;
}

/** The moment as in the record; the library refuses an invalid one. @internal */
export function timestamp(at: Moment): Timestamp {
  if (typeof at === "string") return at;
  const date = new Date(+at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}

/** Stands for an invalid name; the answer reports it. */
const NONE = 0xffff_ffff;

/** Names of one kind that the module knows by number, so that a check passes numbers. */
class Known {
  readonly #numbers = new Map<string, number>();
  readonly #give: (name: string) => number;

  constructor(give: (name: string) => number) {
    this.#give = give;
  }

  of(name: string): number {
    return this.#numbers.get(name) ?? this.#add(name);
  }

  #add(name: string): number {
    // A text that cannot be written in UTF-8 would arrive in the module as another text.
    if (typeof name !== "string" || !name.isWellFormed()) return NONE;
    const number = call(() => this.#give(name));
    this.#numbers.set(name, number);
    return number;
  }

  clear(): void {
    this.#numbers.clear();
  }
}

/** The module: it numbers names, and answers questions by these numbers. @internal */
export interface Numbering {
  person(name: string): number;
  permission(name: string): number;
  process(name: string): number;
  item(name: string): number;
  purpose(organisation: string, name: string): number;
  forget_names(): void;
  allows(actor: number, permission: number, process: number, item: number, at: number): number;
  allows_many(questions: Uint32Array, at: Float64Array): Uint8Array;
  consents(person: number, purpose: number, at: number): number;
  consents_many(questions: Uint32Array, at: Float64Array): Uint8Array;
}

/** Asks by numbers. @internal */
export class Names {
  readonly #core: Numbering;
  readonly #people: Known;
  readonly #permissions: Known;
  readonly #processes: Known;
  readonly #items: Known;
  readonly #purposes = new Map<string, Known>();
  /** How many numbers were given. */
  #given = 0;

  constructor(core: Numbering) {
    this.#core = core;
    this.#people = this.#known((name) => core.person(name));
    this.#permissions = this.#known((name) => core.permission(name));
    this.#processes = this.#known((name) => core.process(name));
    this.#items = this.#known((name) => core.item(name));
  }

  #known(give: (name: string) => number): Known {
    return new Known((name) => {
      this.#given += 1;
      return give(name);
    });
  }

  #purpose(organisation: string, purpose: string): number {
    let purposes = this.#purposes.get(organisation);
    if (purposes === undefined) {
      purposes = this.#known((name) => this.#core.purpose(organisation, name));
      this.#purposes.set(organisation, purposes);
    }
    return purposes.of(purpose);
  }

  /** Resets the numbering when there are too many names; never between the names of one question. */
  #tidy(): void {
    if (this.#given < MOST_NAMES) return;
    this.#given = 0;
    this.#core.forget_names();
    [this.#people, this.#permissions, this.#processes, this.#items].forEach((known) => known.clear());
    this.#purposes.clear();
  }

  /** The numbers of a question. */
  question({ actor, permission, process, item, at }: Question): [number, number, number, number, number] {
    this.#tidy();
    return [
      this.#people.of(actor),
      this.#permissions.of(permission),
      this.#processes.of(process),
      item == null ? 0 : this.#items.of(item),
      millis(at),
    ];
  }

  /** The numbers of a question about a consent. */
  about({ person, organisation_id, purpose, at }: ConsentQuestion): [number, number, number] {
    this.#tidy();
    return [this.#people.of(person), this.#purpose(organisation_id, purpose), millis(at)];
  }

  allows(question: Question): number {
    return this.#core.allows(...this.question(question));
  }

  consents(question: ConsentQuestion): number {
    return this.#core.consents(...this.about(question));
  }

  /** The same for many, each for its own moment, in one call. */
  allowsMany(questions: readonly Question[]): Uint8Array {
    const [numbers, times] = this.#many(questions, 4, (numbers, { actor, permission, process, item }, at) => {
      numbers[at] = this.#people.of(actor);
      numbers[at + 1] = this.#permissions.of(permission);
      numbers[at + 2] = this.#processes.of(process);
      numbers[at + 3] = item == null ? 0 : this.#items.of(item);
    });
    return this.#core.allows_many(numbers, times);
  }

  consentsMany(questions: readonly ConsentQuestion[]): Uint8Array {
    const [numbers, times] = this.#many(questions, 2, (numbers, { person, organisation_id, purpose }, at) => {
      numbers[at] = this.#people.of(person);
      numbers[at + 1] = this.#purpose(organisation_id, purpose);
    });
    return this.#core.consents_many(numbers, times);
  }

  #many<Q extends { at: Moment }>(questions: readonly Q[], each: number, put: (to: Uint32Array, question: Q, at: number) => void): [Uint32Array, Float64Array] {
    this.#tidy();
    const numbers = new Uint32Array(questions.length * each);
    const times = new Float64Array(questions.length);
    questions.forEach((question, nth) => {
      put(numbers, question, nth * each);
      times[nth] = millis(question.at);
    });
    return [numbers, times];
  }
}
