import type { Explained, ReadText } from "interlink";
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

/** A button that is always there. Where it may not be pressed it stays in reach of the keyboard, and says why not. */
export function Guarded({ may, act, children, page }: { may: { allowed: boolean; reasons: readonly Explained[] }; act: () => void; children: ComponentChildren; page: Page }) {
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
