import type { ItemId, ItemView, NextView, ProcessId, StepView, TreeView } from "interlink";

import { Text } from "./parts";
import { everyItem } from "./plan";
import { engine } from "./record";
import type { Page } from "./state";

/** The number of steps shown at first. */
const FEW = 6;

interface Shown {
  tree: TreeView;
  process: ProcessId;
  page: Page;
  open: (item: ItemId) => void;
}

/** What the person at the page can do next, and why. */
export function Next({ tree, process, page, open }: Shown) {
  const next: NextView = engine.request("next", { person: page.actor, process, at: new Date().toISOString(), language: page.language, limit: FEW });
  const items = everyItem(tree);
  const more = next.total - next.steps.length;
  return (
    <section class="next" aria-labelledby="next">
      <h2 id="next">{page.say("next")}</h2>
      {next.steps.length === 0 && <p class="nothing">{page.say("next_nothing")}</p>}
      <ol>
        {next.steps.map((step, nth) => (
          <li key={nth} class={`panel ${step.ready ? "ready" : "waiting"}`}>
            <Step step={step} items={items} page={page} open={open} />
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p class="note">
          {page.say("next_more")}: {more}
        </p>
      )}
    </section>
  );
}

function Step({ step, items, page, open }: { step: StepView; items: Map<ItemId, ItemView> } & Pick<Shown, "page" | "open">) {
  const { item, name } = step;
  const task = item !== undefined && items.get(item)?.kind === "task";
  const who = [...(step.waits_for ?? []), ...(step.approvals ?? [])].flatMap((wait) => wait.who ?? []);
  const names = [...new Set(who.flatMap((party) => party.host_id ?? []))];
  return (
    <>
      {name && (
        <h3>
          <Text of={name} page={page} />
        </h3>
      )}
      <ul class="reasons">
        {step.reasons.map((why) => (
          <li key={why.code + why.message} lang={why.language}>
            {why.message}
          </li>
        ))}
      </ul>
      {names.length > 0 && (
        <p>
          {page.say("next_who")}: {names.join(", ")}
        </p>
      )}
      {(step.interlinkers ?? []).length > 0 && (
        <p>
          {page.say("next_helps")}:{" "}
          {step.interlinkers?.map((found, nth) => (
            <>
              {nth > 0 && ", "}
              <Text of={found.name} page={page} />
            </>
          ))}
        </p>
      )}
      {(step.consents ?? []).some((lack) => lack.own) && (
        <button type="button" onClick={() => page.go({ view: "consent", item: undefined })}>
          {page.say("consent")}
        </button>
      )}
      {task && (
        <button type="button" class={step.ready ? "primary" : "quiet"} data-item={item} onClick={() => open(item)}>
          {page.say("next_open")} <span class="hidden">{name?.text}</span>
        </button>
      )}
    </>
  );
}
