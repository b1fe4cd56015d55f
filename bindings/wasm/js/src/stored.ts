/// <reference lib="esnext.disposable" preserve="true" />

import { type DBSchema, type IDBPDatabase, openDB } from "idb";

import { acts, type Archive, Asked, type Asking, type Executed, type ImportTerms } from "./engine.js";
import { type Core, keptCore } from "./module.js";
import { call, InterlinkError } from "./problem.js";
import type {
  AddedView,
  Answers,
  CatalogueView,
  Command,
  CommandOutcome,
  DocumentInput,
  Imported,
  Language,
  MessageCatalogueDocument,
  Requests,
  TextFile,
} from "./types.js";

/** The content of the database: the rows of the journal and those of the vault, by number. */
interface Rows extends DBSchema {
  journal: { key: number; value: Uint8Array };
  vault: { key: number; value: Uint8Array };
}

/** A row to write, or to delete. */
type Write = ["journal" | "rewritten" | "vault", number, Uint8Array | undefined];

const LAYOUT = 1;
const BOTH = ["journal", "vault"] as const;

function failed(error: unknown): InterlinkError {
  const message = `The browser's database failed: ${error instanceof Error ? error.message : String(error)}`;
  const help = "Nothing of the last call was stored. Check that the browser allows the page to store data, and has space left.";
  return new InterlinkError({ code: "store.failed", message, help }, { cause: error });
}

/** A newer version of the library wrote the record. */
function tooNew(error: unknown): InterlinkError {
  const help = "Open it with the version of the library that wrote it, or a newer one.";
  return new InterlinkError({ code: "store.too_new", message: "The record was written by a newer version of the library.", help }, { cause: error });
}

/** Another tab wrote the row with that number first. */
const overtaken = (error: unknown): boolean => error instanceof DOMException && error.name === "ConstraintError";

/**
 * An engine whose record is stored in the browser's own database. When a promise is fulfilled, its data outlive the
 * page. Changes by other tabs to the same record are seen here, and nothing is lost.
 *
 * ```ts
 * const engine = await StoredEngine.open("village-hall");
 * await engine.execute(command);
 * ```
 */
export class StoredEngine extends Asked {
  /** The name of the record. */
  readonly name: string;
  readonly #database: IDBPDatabase<Rows>;
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<() => void>();
  readonly #catalogues: MessageCatalogueDocument[] = [];
  #language: Language | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(name: string, made: Core, database: IDBPDatabase<Rows>) {
    super(made);
    this.name = name;
    this.#database = database;
    this.#channel = new BroadcastChannel(`interlink:${name}`);
    // Whatever cannot be read now is read before the next command, which then reports the fault.
    this.#channel.onmessage = () => void this.refresh().catch(() => undefined);
  }

  /**
   * Opens the record with a name, and creates it if there is none.
   * @throws {@link InterlinkError} `store.failed` if the browser cannot store data, `store.too_new` if a newer version
   * wrote it.
   */
  static async open(name: string): Promise<StoredEngine> {
    const made = keptCore();
    let engine: StoredEngine | undefined;
    try {
      const database = await openDB<Rows>(`interlink:${name}`, LAYOUT, {
        upgrade: (fresh) => BOTH.forEach((store) => void fresh.createObjectStore(store)),
        // The record is being deleted, by a user or the browser: from here on the engine is closed.
        blocking: (_now, _wanted, event) => {
          (event.target as IDBDatabase).close();
          engine?.close();
        },
        terminated: () => engine?.close(),
      });
      engine = new StoredEngine(name, made, database);
    } catch (error) {
      made.free();
      throw error instanceof DOMException && error.name === "VersionError" ? tooNew(error) : failed(error);
    }
    try {
      await engine.refresh();
    } catch (error) {
      engine.close();
      throw error;
    }
    return engine;
  }

  /** Executes a command. When the promise is fulfilled, it is stored; if it was refused, nothing is. */
  execute<T extends Command["type"]>(command: Command & { type: T }): Promise<Executed<T>> {
    return this.#write((made) => acts.execute(made, command));
  }

  /**
   * Executes a command in the host's own name, which appoints and dismisses operators. Never pass on a user's input.
   */
  executeAsHost<T extends Command["type"]>(command: Command & { type: T }): Promise<Executed<T>> {
    return this.#write((made) => acts.executeAsHost(made, command));
  }

  /** Executes commands one after another, each on its own, and stores them all at once. */
  executeMany(commands: readonly Command[]): Promise<CommandOutcome[]> {
    return this.#write((made) => acts.executeMany(made, commands));
  }

  /** Stores a template, a catalogue, a governance model or a notice. */
  addDocument(document: DocumentInput): Promise<AddedView> {
    return this.#write((made) => acts.addDocument(made, document));
  }

  /** Adds a message catalogue, until the engine is closed. */
  async addMessageCatalogue(catalogue: MessageCatalogueDocument): Promise<Answers["add_message_catalogue"]> {
    const spoken = await this.#write((made) => acts.addMessageCatalogue(made, catalogue));
    this.#catalogues.push(catalogue);
    return spoken;
  }

  override request<K extends Asking>(name: K, data: Requests[K]): Answers[K] {
    const answer = super.request(name, data);
    // The language stays set until the engine is closed, even if the record is read again.
    if (name === "set_language") this.#language = (data as Requests["set_language"]).language ?? undefined;
    return answer;
  }

  /**
   * Imports a bundle, all of it or nothing, on the host's terms: where it comes from, and which streams are at home
   * where.
   */
  importBundle(bundle: string | Uint8Array | ArrayBuffer, terms?: ImportTerms): Promise<Imported> {
    return this.#write((made) => acts.importBundle(made, bundle, terms));
  }

  /** Reads an export of the INTERLINK platform. */
  addArchive(archive: Uint8Array | ArrayBuffer): Promise<Archive> {
    return this.#write((made) => acts.addArchive(made, archive));
  }

  /**
   * Reads a catalogue in INTERLINK's folder layout and stores it with its templates; without files, the library's own.
   */
  addCatalogue(files?: readonly TextFile[]): Promise<CatalogueView> {
    return this.#write((made) => acts.addCatalogue(made, files));
  }

  /** Reads what other tabs wrote. This happens by itself soon after, and always before a command. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      if (await this.#catchUp(this.core)) this.#tell();
    });
  }

  /**
   * Calls the listener whenever the record has changed, here or in another tab. Returns a function that unsubscribes.
   */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Closes the engine; the record stays. A command that is being stored is completed. */
  close(): void {
    this.#listeners.clear();
    this.replace(undefined);
    this.#turn = this.#turn.finally(() => {
      this.#channel.close();
      this.#database.close();
    });
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #tell(): void {
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (error) {
        // A failing listener must not fail the command.
        (globalThis.reportError ?? console.error)(error);
      }
    }
  }

  /** Runs one call after another within this tab. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(act);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /**
   * Runs one call after another among all tabs, if the browser has locks. If not, the database decides who was first.
   */
  #alone<T>(act: () => Promise<T>): Promise<T> {
    return this.#inTurn(() => {
      const locks = globalThis.navigator?.locks as LockManager | undefined;
      return locks === undefined ? act() : (locks.request(`interlink:${this.name}`, act) as Promise<T>);
    });
  }

  /** Applies the rows that are new to a core; returns whether there were any. */
  async #catchUp(made: Core): Promise<boolean> {
    const [journal, vault] = made.ends() as [number, number];
    const read = async () => {
      const reading = this.#database.transaction(BOTH, "readonly");
      const [rows, of] = [reading.objectStore("journal"), reading.objectStore("vault")];
      const vaultRows = IDBKeyRange.lowerBound(vault);
      return Promise.all([rows.getAll(IDBKeyRange.lowerBound(journal)), of.getAllKeys(vaultRows), of.getAll(vaultRows)]);
    };
    const [rows, keys, entries] = await read().catch((error: unknown) => {
      throw failed(error);
    });
    // It may have been closed meanwhile.
    this.core;
    if (rows.length === 0) return false;
    call(() => made.take(rows, Float64Array.from(keys), entries));
    return true;
  }

  /** Reads the record again into a new core, then replaces the old one: questions are answered meanwhile. */
  async #again(): Promise<void> {
    const fresh = keptCore();
    try {
      this.#catalogues.forEach((catalogue) => acts.addMessageCatalogue(fresh, catalogue));
      if (this.#language !== undefined) call(() => fresh.request(JSON.stringify({ set_language: { language: this.#language } })));
      await this.#catchUp(fresh);
    } catch (error) {
      fresh.free();
      throw error;
    }
    this.replace(fresh);
  }

  /** Decides on the newest state, and acknowledges only what is stored. */
  #write<T>(act: (made: Core) => T): Promise<T> {
    return this.#alone(async () => {
      let changed = false;
      try {
        for (;;) {
          changed = (await this.#catchUp(this.core)) || changed;
          let done: T;
          try {
            done = call(() => act(this.core));
          } catch (error) {
            if (this.core.writes().length > 0) await this.#again();
            throw error;
          }
          const writes = this.core.writes() as Write[];
          if (writes.length === 0) return done;
          try {
            await this.#keep(writes);
          } catch (error) {
            changed = true;
            await this.#again();
            if (overtaken(error)) continue;
            throw failed(error);
          }
          changed = true;
          this.#channel.postMessage(null);
          return done;
        }
      } finally {
        if (changed) this.#tell();
      }
    });
  }

  /** All of it in one transaction, or nothing. */
  async #keep(writes: readonly Write[]): Promise<void> {
    const writing = this.#database.transaction(BOTH, "readwrite", { durability: "strict" });
    const [journal, vault] = [writing.objectStore("journal"), writing.objectStore("vault")];
    const asked: Promise<unknown>[] = [writing.done];
    for (const [store, key, row] of writes) {
      if (row === undefined) asked.push(vault.delete(key));
      else if (store === "rewritten") asked.push(journal.put(row, key));
      else asked.push((store === "journal" ? journal : vault).add(row, key));
    }
    await Promise.all(asked);
  }
}
