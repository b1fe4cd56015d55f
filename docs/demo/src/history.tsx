import type { AuditEntry, ProcessId } from "interlink";
import { useState } from "preact/hooks";

import { Refusal } from "./parts";
import { engine, PEOPLE, on, type PersonName } from "./record";
import type { Page } from "./state";

/** The audit trail of a process, in order. */
export function told(process: ProcessId, language: string): AuditEntry[] {
  const all: AuditEntry[] = [];
  for (let after = 0; ; ) {
    const page = engine.request("audit_trail", { after, limit: 1000, language });
    if (page.entries.length === 0) return all.filter(({ stream }) => stream === on(process));
    all.push(...page.entries);
    after = page.after;
  }
}

/** A sentence with first names; the record has pseudonyms. */
export const spoken = ({ sentence }: AuditEntry) =>
  sentence.parts.map((part) => PEOPLE[part.party?.host_id as PersonName] ?? part.text).join("");

/** Offers a text as a file. */
function save(text: string, name: string): void {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text])), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function Import({ page }: { page: Page }) {
  const [named, setNamed] = useState("");
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const done = await page.run(async () => {
      const { process } = await engine.importBundle(await file.arrayBuffer());
      page.go({ process, view: "next", item: undefined });
    });
    setNamed(done ? `${file.name}: ${page.say("done")}` : "");
    input.value = "";
  };
  return (
    <label class="file">
      <span>{page.say("import")}</span>
      <input type="file" accept=".bundle,.jsonl,.txt" onChange={(event) => void take(event.currentTarget)} />
      <span role="status">{named}</span>
    </label>
  );
}

export function History({ process, page }: { process: ProcessId; page: Page }) {
  const [checked, setChecked] = useState<number>();
  const all = told(process, page.language);
  const verify = () =>
    void page.run(async () => {
      const said = engine.request("verify", {});
      setChecked("events" in said ? said.events : 0);
    });
  const hand = (name: string, vault: boolean) => () => void page.run(async () => save(engine.exportBundle(process, { vault }), name));
  return (
    <div class="panel">
      <h2>{page.say("history")}</h2>
      <p class="buttons">
        <button type="button" onClick={verify}>
          {page.say("verify")}
        </button>
        <button type="button" onClick={hand("process.bundle", false)}>
          {page.say("export")}
        </button>
        <button type="button" onClick={hand("process-with-names.bundle", true)}>
          {page.say("export")} ({page.say("with_names")})
        </button>
        <Import page={page} />
      </p>
      <p role="status" class="yes">
        {checked !== undefined && `${page.say("verified")} ${checked}`}
      </p>
      <Refusal page={page} />
      <ol class="history" reversed>
        {all.toReversed().map((one) => (
          <li key={one.event}>
            <time dateTime={one.at}>{page.when(one.at)}</time> <bdi lang={one.sentence.language}>{spoken(one)}</bdi>
          </li>
        ))}
      </ol>
    </div>
  );
}
