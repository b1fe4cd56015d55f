import { InterlinkError, type ItemId, type ProcessId } from "interlink";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { engine, PEOPLE, type PersonName, processes, speak } from "./record";
import { type Language, LANGUAGES, type Word, word } from "./words";

export const VIEWS = ["next", "board", "tree", "consent", "record"] as const;
export type View = (typeof VIEWS)[number];

/** A place in the page. Each is an entry in the browser's history, so that Back leads to the previous one. */
export interface Place {
  process: ProcessId | undefined;
  view: View;
  item: ItemId | undefined;
}

/** The place that the browser remembers, even after a reload. */
function placed(): Place {
  const { process, view, item } = (history.state ?? { process: kept().process }) as Partial<Place>;
  return { process, view: VIEWS.find((name) => name === view) ?? "next", item };
}

/** The settings that the page remembers, apart from the record. */
interface Kept {
  language: Language;
  actor: PersonName;
  process?: ProcessId | undefined;
}

const KEY = "interlink-demo";

function kept(): Kept {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in LANGUAGES) as Language | undefined;
  const fresh: Kept = { language: spoken ?? "en", actor: "anna@city.example" };
  try {
    const { language, actor, process } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Partial<Kept>;
    return {
      language: language && language in LANGUAGES ? language : fresh.language,
      actor: actor && actor in PEOPLE ? actor : fresh.actor,
      process,
    };
  } catch {
    return fresh;
  }
}

/** Remembers settings. Does nothing if the browser stores nothing. */
function keep(state: Kept): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    return;
  }
}

/** An error from outside the library, in the library's form. */
const unforeseen = (error: unknown) =>
  new InterlinkError({ code: "store.failed", message: error instanceof Error ? error.message : String(error), help: "" }, { cause: error });

/** Everything a view is drawn from. */
export interface Page extends Omit<Kept, "process">, Place {
  set: (change: Partial<Pick<Kept, "language" | "actor">>) => void;
  /** Goes to another place. */
  go: (change: Partial<Place>) => void;
  say: (key: Word) => string;
  /** A moment, formatted for the language. */
  when: (at: string) => string;
  /** A day, formatted for the language. */
  day: (at: string) => string;
  /** Runs an act, and shows the refusal if there is one. */
  run: (act: () => Promise<unknown>) => Promise<boolean>;
  refusal: InterlinkError | undefined;
  dismiss: () => void;
}

await speak(kept().language).catch(console.warn);

/** The current place, and the function that changes it. */
function usePlace(left: () => void): [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(placed);
  const here = useRef(place);
  const arrive = (at: Place) => {
    left();
    here.current = at;
    setPlace(at);
  };
  useEffect(() => {
    history.replaceState(here.current, "");
    const back = () => arrive(placed());
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const go = (change: Partial<Place>) => {
    const next = { ...here.current, ...change };
    if (next.process === here.current.process && next.view === here.current.view && next.item === here.current.item) return;
    history.pushState(next, "");
    arrive(next);
  };
  return [place, go];
}

/** Redraws when the record changes, here or in another tab. */
export function usePage(): Page {
  const [state, setState] = useState(kept);
  const [, setDrawn] = useState(0);
  const [refusal, setRefusal] = useState<InterlinkError>();
  const busy = useRef(false);
  useEffect(() => engine.subscribe(() => setDrawn((drawn) => drawn + 1)), []);
  const [place, go] = usePlace(() => setRefusal(undefined));
  useEffect(() => keep({ ...state, process: place.process }), [state, place.process]);
  useLayoutEffect(() => void (document.documentElement.lang = state.language), [state.language]);
  const { language, actor } = state;
  const known = processes();
  const process = place.process !== undefined && known.includes(place.process) ? place.process : undefined;
  return {
    language,
    actor,
    ...place,
    process,
    go,
    refusal,
    set: (change) => {
      setRefusal(undefined);
      // Immediately: the choice counts even if the visitor reloads before the catalogue is loaded.
      keep({ ...state, ...change, process: place.process });
      const draw = () => setState((before) => ({ ...before, ...change }));
      // Redraw once the library has the language, or has failed to load it; then only the page's own texts change.
      if (change.language === undefined) draw();
      else speak(change.language).catch(console.warn).finally(draw);
    },
    say: (key) => word(language, key),
    when: (at) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(at)),
    day: (at) => new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(at)),
    run: async (act) => {
      // A double click is one act.
      if (busy.current) return false;
      busy.current = true;
      try {
        await act();
        setRefusal(undefined);
        return true;
      } catch (error) {
        setRefusal(error instanceof InterlinkError ? error : unforeseen(error));
        return false;
      } finally {
        busy.current = false;
      }
    },
    dismiss: () => setRefusal(undefined),
  };
}
