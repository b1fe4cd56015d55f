import type { Code, Explained, Explanation, ReadText } from "interlink";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

import type { Page } from "./state";
import type { Word } from "./words";

/** A text of the record, marked with its actual language, and in its own direction whatever surrounds it. */
export const Text = ({ of, page }: { of: ReadText; page: Page }) => (of.language === page.language ? <bdi>{of.text}</bdi> : <bdi lang={of.language}>{of.text}</bdi>);

/** A progress bar. */
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

/** The help for a reason. */
const WAYS: { [code in Code]?: Word } = {
  "reason.no_basis": "way_consent",
  "reason.waits_for": "way_waits",
  "reason.stranger": "way_role",
  "reason.no_grant": "way_role",
};

/** The reasons for a refusal, each marked with its actual language, and help if there is any. */
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

/** The latest refusal, shown beside the act. */
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

/** Whether an act is allowed, with all reasons. */
export type May = Pick<Explanation, "allowed" | "reasons">;

/**
 * A button that is always visible. If the act is denied, it can still be reached with the keyboard, and shows the reasons. After it is
 * pressed, another button takes its place, which the second half of a double click, or a key held down, does not press.
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

/** Fields with a button, or the reasons why there are none. Sent fields are cleared. */
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
  // Before it is painted, so that no key meant for it arrives before it is open.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing returns the focus to the opener, even if the dialog closes because of a decision; `close` is not called then.
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
