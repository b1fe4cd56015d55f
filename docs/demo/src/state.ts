import { InterlinkError, type ProcessId } from "interlink";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { engine, PEOPLE, type PersonName, processes } from "./record";
import { type Language, LANGUAGES, type Word, word } from "./words";

/** What the page remembers besides the record. */
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

/** What is only comfort must not fail: a browser may keep nothing. */
function keep(state: Kept): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    return;
  }
}

/** A fault that is not the library's, in the library's form. */
const unforeseen = (error: unknown) =>
  new InterlinkError({ code: "store.failed", message: error instanceof Error ? error.message : String(error), help: "" }, { cause: error });

/** Everything a view is drawn from. */
export interface Page extends Kept {
  set: (change: Partial<Kept>) => void;
  say: (key: Word) => string;
  /** A moment, as people of that language write it. */
  when: (at: string) => string;
  /** A day, likewise. */
  day: (at: string) => string;
  /** Does something, and shows why it was refused if it was. */
  run: (act: () => Promise<unknown>) => Promise<boolean>;
  refusal: InterlinkError | undefined;
  dismiss: () => void;
}

/** Draws anew when the record changes, here or in another tab. */
export function usePage(): Page {
  const [state, setState] = useState(kept);
  const [, setDrawn] = useState(0);
  const [refusal, setRefusal] = useState<InterlinkError>();
  const busy = useRef(false);
  useEffect(() => engine.subscribe(() => setDrawn((drawn) => drawn + 1)), []);
  useEffect(() => keep(state), [state]);
  useLayoutEffect(() => void (document.documentElement.lang = state.language), [state.language]);
  const { language, actor } = state;
  const known = processes();
  const process = state.process !== undefined && known.includes(state.process) ? state.process : undefined;
  return {
    language,
    actor,
    process,
    refusal,
    set: (change) => {
      setRefusal(undefined);
      setState((before) => ({ ...before, ...change }));
    },
    say: (key) => word(language, key),
    when: (at) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(at)),
    day: (at) => new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(at)),
    run: async (act) => {
      // Who presses twice meant it once.
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
