import type { ConsentView, EventId, ItemView, Json, Localized, NoticeDocument, OrganisationId, ProcessId, StreamId, TreeView } from "interlink";
import { useState } from "preact/hooks";

import { Dialog, Refusal, Text } from "./parts";
import { tasks } from "./plan";
import { act, CITY, engine, organisation, PURPOSE } from "./record";
import type { Page } from "./state";

interface Shown {
  tree: TreeView;
  process: ProcessId;
  page: Page;
}

/** A person's consent, the work that depends on it, and a receipt that they can check themselves. */
export function Consent({ tree, process, page }: Shown) {
  const [reading, setReading] = useState(false);
  const [stopped, setStopped] = useState<ItemView[]>();
  const city = organisation(CITY);
  if (!city) return null;
  const at = new Date().toISOString();
  const { notices } = engine.request("notices", { organisation_id: city, language: page.language });
  const notice = notices.at(-1);
  const purpose = notice?.purposes[0];
  if (!notice || !purpose) return null;
  const known = engine.request("party", { host_id: page.actor }).party;
  const state: ConsentView | undefined = known ? engine.request("consent", { person: page.actor, organisation_id: city, purpose: PURPOSE, at }) : undefined;
  const allowed = state?.allowed ?? false;
  const workable = () => {
    const question = (task: ItemView) => ({ actor: page.actor, permission: "contribution.claim" as const, process, item: task.item, at: new Date() });
    const all = tasks(tree).map(({ task }) => task);
    const may = engine.allowsMany(all.map(question));
    return all.filter((_, nth) => may[nth]);
  };
  const give = () =>
    page.run(async () => {
      await act(page.actor, "consent.give", { notice: notice.document, organisation: CITY, purpose: PURPOSE, language: page.language, method: "form", valid: { days: 365 } });
      setStopped(undefined);
      setReading(false);
    });
  const refuse = () =>
    page.run(async () => {
      await act(page.actor, "consent.refuse", { organisation: CITY, purpose: PURPOSE });
      setReading(false);
    });
  const leave = () => {
    page.dismiss();
    setReading(false);
  };
  const withdraw = () =>
    page.run(async () => {
      const before = workable();
      await act(page.actor, "consent.withdraw", { organisation: CITY, purpose: PURPOSE });
      const after = new Set(workable().map((task) => task.item));
      setStopped(before.filter((task) => !after.has(task.item)));
    });
  return (
    <div class="panel">
      <h2>
        <Text of={purpose.name} page={page} />
      </h2>
      <p>
        <Text of={purpose.description} page={page} /> <span class="state">{page.say("basis_consent")}</span>
      </p>
      <p class={allowed ? "yes" : "no"} role="status">
        {page.say(allowed ? "you_agreed" : "you_did_not")}
      </p>
      <p class="buttons">
        <button type="button" class={allowed ? "" : "primary"} onClick={() => (page.dismiss(), setReading(true))}>
          {page.say(allowed ? "read" : "decide")}
        </button>
        {allowed && (
          <button type="button" class="primary" onClick={() => void withdraw()}>
            {page.say("withdraw")}
          </button>
        )}
      </p>
      {!reading && <Refusal page={page} />}
      {stopped && <Stopped tasks={stopped} city={city} page={page} />}
      {known && <Receipt key={`${state?.seq}`} city={city} page={page} />}
      {reading && (
        <Dialog title={<Text of={notice.title} page={page} />} close={leave} page={page}>
          <p>
            <Text of={notice.text} page={page} />
          </p>
          <h3>
            <Text of={purpose.name} page={page} />
          </h3>
          <p>
            <Text of={purpose.description} page={page} />
          </p>
          <Whole notice={engine.request("document", { document: notice.document }).content as NoticeDocument} page={page} />
          <Refusal page={page} />
          {!allowed && (
            <p class="buttons even">
              <button type="button" onClick={() => void give()}>
                {page.say("agree")}
              </button>
              <button type="button" onClick={() => void refuse()}>
                {page.say("refuse")}
              </button>
            </p>
          )}
        </Dialog>
      )}
    </div>
  );
}

/** Everything that Art. 13 of the GDPR requires people to be told before they decide. */
function Whole({ notice, page }: { notice: NoticeDocument; page: Page }) {
  const read = (text: Localized | undefined) => {
    const language = text && page.language in text ? page.language : "en";
    return <bdi lang={language}>{text?.[language]}</bdi>;
  };
  const purpose = notice.purposes[0];
  const recipients = notice.recipients?.filter(({ id }) => purpose?.recipients?.includes(id)) ?? [];
  const retention = purpose?.storage?.retention;
  const longest = retention && ("days" in retention ? retention.days : retention.until_event.days);
  const contact = (address: string | undefined) => address && <a href={address}>{address.replace("mailto:", "")}</a>;
  return (
    <dl>
      <dt>{page.say("controller")}</dt>
      {notice.controllers.map((body) => (
        <dd key={body.contact}>
          {read(body.name)}, {contact(body.contact)}
        </dd>
      ))}
      {notice.officer && (
        <>
          <dt>{page.say("officer")}</dt>
          <dd>{contact(notice.officer.contact)}</dd>
        </>
      )}
      <dt>{page.say("data")}</dt>
      <dd>{page.say("email")}</dd>
      <dt>{page.say("recipients")}</dt>
      <dd>
        {recipients.map(({ id, name }) => (
          <span key={id}>{read(name)} </span>
        ))}
      </dd>
      {longest !== undefined && (
        <>
          <dt>{page.say("kept")}</dt>
          <dd>{new Intl.NumberFormat(page.language, { style: "unit", unit: "day", unitDisplay: "long" }).format(longest)}</dd>
        </>
      )}
      <dt>{page.say("free")}</dt>
      <dd>{read(purpose?.freely_given)}</dd>
      <dt>{page.say("withdrawal")}</dt>
      <dd>{read(notice.withdrawal?.how)}</dd>
      <dt>{page.say("rights")}</dt>
      <dd>{contact(notice.rights_at)}</dd>
      <dt>{page.say("authority")}</dt>
      <dd>{contact(notice.authority?.uri)}</dd>
    </dl>
  );
}

function Stopped({ tasks, city, page }: { tasks: ItemView[]; city: OrganisationId; page: Page }) {
  const { obligations } = engine.request("obligations", { organisation_id: city, language: page.language, at: new Date().toISOString() });
  return (
    <section class="note" role="status">
      <h3>{page.say("stops")}</h3>
      <ul>
        {tasks.map((task) => (
          <li key={task.item}>
            {page.say("stopped_tasks")}: <Text of={task.name} page={page} />
          </li>
        ))}
        {obligations
          .filter((duty) => duty.data_subject.host_id === page.actor && !duty.notified)
          .map((duty) => (
            <li key={duty.recipient + duty.since}>
              {page.say("to_notify")} {page.day(duty.notify_until)}: <Text of={duty.recipient_name} page={page} />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** The place in the hash chain that a receipt names, anywhere in the receipt. */
function place(of: Json): { stream: StreamId; seq: number; id: EventId } | undefined {
  if (of === null || typeof of !== "object") return undefined;
  const node = of as { [name: string]: Json };
  const [stream, seq, id] = [node["interlink:stream"], node["interlink:sequence"], node["interlink:event"]];
  if (typeof stream === "string" && typeof seq === "number" && typeof id === "string") return { stream: stream as StreamId, seq, id: id as EventId };
  return Object.values(node).map(place).find((found) => found !== undefined);
}

function Receipt({ city, page }: { city: OrganisationId; page: Page }) {
  const { receipt } = engine.request("receipt", { person: page.actor, organisation_id: city, purpose: PURPOSE, format: "receipt", at: new Date().toISOString() });
  const [edited, setEdited] = useState<string>();
  const [proved, setProved] = useState<boolean>();
  if (!receipt) return null;
  const text = edited ?? JSON.stringify(receipt, null, 2);
  const check = () => {
    try {
      const named = place(JSON.parse(text) as Json);
      if (!named) throw new Error("it names no place");
      // The record must contain this event in this place, and return exactly this receipt for it.
      engine.request("verify", { stream: named.stream, expected: { seq: named.seq, id: named.id } });
      setProved(JSON.stringify(JSON.parse(text)) === JSON.stringify(receipt));
    } catch {
      setProved(false);
    }
  };
  return (
    <section>
      <h3>{page.say("receipt")}</h3>
      <label>
        {page.say("receipt_edit")}
        <textarea class="code" rows={10} spellcheck={false} value={text} onInput={(event) => (setEdited(event.currentTarget.value), setProved(undefined))} />
      </label>
      <p class="buttons">
        <button type="button" onClick={check}>
          {page.say("check_receipt")}
        </button>
        <span role="status" class={proved ? "yes" : "no"}>
          {proved !== undefined && page.say(proved ? "receipt_true" : "receipt_false")}
        </span>
      </p>
    </section>
  );
}
