import type { Code, Explained, Explanation, ReadText } from "interlink";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

import type { Page } from "./state";
import type { Word } from "./words";

/** A text of the record, marked with the language that it is really in, and running in its own direction, whatever stands around it. */
export const Text = ({ of, page }: { of: ReadText; page: Page }) => (of.language === page.language ? <bdi>{of.text}</bdi> : <bdi lang={of.language}>{of.text}</bdi>);

/** How far something is. */
export const Progress = ({ of, label }: { of: number; label: string }) => (
  <span class="progress" role="progressbar" aria-valuenow={of} aria-valuemin={0} aria-valuemax={100} aria-label={label}>
    <span class="bar">
      <span style={{ inlineSize: `${of}%` }} />
    </span>
    <span class="percent" aria-hidden="true">
      {of} %
    </span>
  </span>
);

/** What one can do about a reason. */
const WAYS: { [code in Code]?: Word } = {
  "reason.no_basis": "way_consent",
  "reason.waits_for": "way_waits",
  "reason.stranger": "way_role",
  "reason.no_grant": "way_role",
};

/** Why not, each in the language that it is really in, and the way on, where there is one. */
export const Reasons = ({ of, page }: { of: readonly Explained[]; page: Page }) => (
  <ul class="reasons">
    {of.map(({ code, message, language }) => {
      const way = WAYS[code];
      return (
        <li key={message}>
          <bdi lang={language ?? "en"}>{message}</bdi> {way && <span class="way">{page.say(way)}</span>}{" "}
          {way === "way_consent" && (
            <button type="button" onClick={() => page.go({ view: "consent", item: undefined })}>
              {page.say("consent")}
            </button>
          )}
        </li>
      );
    })}
  </ul>
);

/** What was refused last, where it was asked for. */
export const Refusal = ({ page }: { page: Page }) => (
  <div role="alert">
    {page.refusal && (
      <div class="refusal">
        <p lang={page.refusal.language ?? "en"}>
          <strong>{page.refusal.message}</strong> {page.refusal.help}
        </p>
        <Reasons of={page.refusal.reasons} page={page} />
      </div>
    )}
  </div>
);

/** Whether something may be done, and all that led to that. */
export type May = Pick<Explanation, "allowed" | "reasons">;

/**
 * A button that is always there. Where it may not be pressed it stays in reach of the keyboard, and says why not. What stands in
 * its place once it was pressed is another one: the second half of a double click, or a key that is held down, does not press that.
 */
export function Guarded({ may, act, children, page }: { may: May; act: () => void; children: ComponentChildren; page: Page }) {
  const id = useId();
  const press = (event: MouseEvent) => void (may.allowed && event.detail < 2 && act());
  const held = (event: KeyboardEvent) => void (event.repeat && event.preventDefault());
  return (
    <div class="guarded">
      <button type="button" class="primary" aria-disabled={!may.allowed} aria-describedby={may.allowed ? undefined : id} onClick={press} onKeyDown={held}>
        {children}
      </button>
      {!may.allowed && (
        <div id={id} class="why">
          <p>{page.say("not_you")}</p>
          <Reasons of={may.reasons} page={page} />
        </div>
      )}
    </div>
  );
}

/** Fields with a button, or why there are none. What was sent is cleared. */
export function Form({ may, send, says, children, page }: { may: May; send: (data: FormData) => Promise<unknown>; says: string; children: ComponentChildren; page: Page }) {
  if (!may.allowed) {
    return (
      <Guarded may={may} act={() => undefined} page={page}>
        {says}
      </Guarded>
    );
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    void page.run(() => send(new FormData(form))).then((done) => done && form.reset());
  };
  return (
    <form onSubmit={submit}>
      {children}
      <button type="submit">{says}</button>
    </form>
  );
}

/** A dialog of the browser's own: the keyboard stays inside, and Escape closes it. */
export function Dialog({ title, close, children, page }: { title: ComponentChildren; close: () => void; children: ComponentChildren; page: Page }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  const id = useId();
  // Before it is painted: no key that is meant for it comes before it is open.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing gives the focus back to what opened it, also where it goes because something was decided; that is told nobody.
    return () => {
      gone.current = true;
      shown?.close();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={() => gone.current || close()}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          {page.say("close")}
        </button>
      </header>
      {children}
    </dialog>
  );
}
