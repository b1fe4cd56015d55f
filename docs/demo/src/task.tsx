import type { ContributionView, ItemView, Permission, ProcessId } from "interlink";

import { Dialog, Form, Guarded, type May, Refusal, Text } from "./parts";
import { asOf } from "./plan";
import { act, engine, PEOPLE, on, type PersonName } from "./record";
import type { Page } from "./state";

const MOVES = [
  ["task.start", "start", "awaiting"],
  ["task.complete", "complete", "in_progress"],
  ["task.reopen", "reopen", "finished"],
] as const;

interface Shown {
  item: ItemView;
  process: ProcessId;
  page: Page;
  version: number | undefined;
  close: () => void;
}

/** The acts on a task that the current person may do, and the reasons against the others. */
export function Task({ item, process, page, version, close }: Shown) {
  const at = new Date().toISOString();
  const may = (permission: Permission) => engine.check({ actor: page.actor, permission, process, item: item.item, at });
  const run = (doing: () => Promise<unknown>) => void page.run(doing);
  const moves = MOVES.filter(([, , status]) => status === item.status);
  const looking = version !== undefined;
  return (
    <Dialog title={<Text of={item.name} page={page} />} close={close} page={page}>
      <p class="state">{page.say(item.status)}</p>
      {item.description && (
        <p>
          <Text of={item.description} page={page} />
        </p>
      )}
      {looking && <p class="note">{page.say("looking_back")}</p>}
      {!looking &&
        moves.map(([type, word]) => (
          <Guarded key="move" may={may(type)} page={page} act={() => run(() => act(page.actor, type, { item: item.item }, on(process)))}>
            {page.say(word)}
          </Guarded>
        ))}
      <Refusal page={page} />
      <Materials item={item} process={process} page={page} version={version} may={may} />
      <Work item={item} process={process} page={page} version={version} may={may} />
    </Dialog>
  );
}

type Parts = Omit<Shown, "close"> & { may: (permission: Permission) => May };

function Materials({ item, process, page, version, may }: Parts) {
  const { assets } = engine.request("assets", { actor: page.actor, process, item: item.item, language: page.language, at: new Date().toISOString(), ...asOf(version) });
  const add = (data: FormData) => {
    const title = { [page.language]: String(data.get("title")) };
    const content = { link: { uri: String(data.get("address")) } };
    return act(page.actor, "asset.add", { item: item.item, title, content }, on(process));
  };
  return (
    <section>
      <h3>{page.say("materials")}</h3>
      {assets.length === 0 && <p class="nothing">{page.say("nothing")}</p>}
      <ul class="lines">
        {assets.map((asset) => {
          const content = asset.versions.at(-1)?.content;
          const uri = content && "link" in content ? content.link.uri : undefined;
          return (
            <li key={asset.asset}>
              <Text of={asset.title} page={page} />{" "}
              {uri && <Link to={uri} />}
            </li>
          );
        })}
      </ul>
      {version === undefined && (
        <Form may={may("asset.create")} send={add} says={page.say("add_material")} page={page}>
          <label>
            {page.say("title")}
            <input name="title" dir="auto" required maxLength={200} />
          </label>
          <label>
            {page.say("address")}
            <input name="address" type="url" required placeholder="https://" />
          </label>
        </Form>
      )}
    </section>
  );
}

/** Shows a link's target whatever its title, and only links to the web. */
function Link({ to }: { to: string }) {
  const url = URL.canParse(to) ? new URL(to) : undefined;
  const web = url && ["https:", "http:"].includes(url.protocol) && url.username === "" && url.password === "";
  return web ? (
    <a href={url.href} rel="noreferrer">
      {url.host}
    </a>
  ) : (
    <code>{to}</code>
  );
}

function Work({ item, process, page, version, may }: Parts) {
  const { contributions } = engine.request("work", { process, ...asOf(version) });
  const here = contributions.filter((contribution) => contribution.item === item.item);
  const review = may("contribution.review");
  const claim = (data: FormData) =>
    act(page.actor, "contribution.claim", { item: item.item, kind: "development", text: String(data.get("text")) }, on(process));
  const who = ({ by }: ContributionView) => PEOPLE[by.host_id as PersonName] ?? page.say("person");
  return (
    <section>
      <h3>{page.say("work")}</h3>
      {here.length === 0 && <p class="nothing">{page.say("nothing")}</p>}
      <ul class="lines">
        {here.map((contribution) => (
          <li key={contribution.contribution}>
            <p>
              {who(contribution)}: “<bdi>{contribution.text}</bdi>” <span class="state">{page.say(contribution.stage)}</span>
            </p>
            {contribution.stage === "claimed" && version === undefined && (
              <Guarded
                may={review}
                page={page}
                act={() => void page.run(() => act(page.actor, "contribution.accept", { contribution: contribution.contribution }, on(process)))}
              >
                {page.say("accept")}
              </Guarded>
            )}
          </li>
        ))}
      </ul>
      {version === undefined && (
        <Form may={may("contribution.claim")} send={claim} says={page.say("say_work")} page={page}>
          <label>
            {page.say("what")}
            <textarea name="text" dir="auto" required maxLength={1000} rows={2} />
          </label>
        </Form>
      )}
    </section>
  );
}
