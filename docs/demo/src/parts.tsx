import type { Explained, Explanation, ReadText } from "interlink";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

import type { Page } from "./state";

/** A text of the record, marked with the language that it is really in. */
export const Text = ({ of, page }: { of: ReadText; page: Page }) => (of.language === page.language ? <>{of.text}</> : <span lang={of.language}>{of.text}</span>);

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

export const Reasons = ({ of }: { of: readonly Explained[] }) => (
  <ul class="reasons" lang="en">
    {of.map((reason) => (
      <li key={reason.message}>{reason.message}</li>
    ))}
  </ul>
);

/** What was refused last, where it was asked for. */
export const Refusal = ({ page }: { page: Page }) => (
  <div role="alert">
    {page.refusal && (
      <div class="refusal" lang="en">
        <p>
          <strong>{page.refusal.message}</strong> {page.refusal.help}
        </p>
        <Reasons of={page.refusal.reasons} />
      </div>
    )}
  </div>
);

/** Whether something may be done, and all that led to that. */
export type May = Pick<Explanation, "allowed" | "reasons">;

/** A button that is always there. Where it may not be pressed it stays in reach of the keyboard, and says why not. */
export function Guarded({ may, act, children, page }: { may: May; act: () => void; children: ComponentChildren; page: Page }) {
  const id = useId();
  return (
    <div class="guarded">
      <button type="button" class="primary" aria-disabled={!may.allowed} aria-describedby={may.allowed ? undefined : id} onClick={() => may.allowed && act()}>
        {children}
      </button>
      {!may.allowed && (
        <div id={id} class="why">
          <p>{page.say("not_you")}</p>
          <Reasons of={may.reasons} />
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
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing gives the focus back to what opened it, also where it goes because something was decided.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={close}>
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
