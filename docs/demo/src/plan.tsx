import type { AsOf, ItemId, ItemView, Status, TreeView } from "interlink";

import { Progress, Text } from "./parts";
import type { Page } from "./state";

const STATUSES: readonly Status[] = ["awaiting", "in_progress", "finished"];

/** Every task with the items that contain it. */
export function tasks(tree: TreeView): { task: ItemView; path: ItemView[] }[] {
  const below = (item: ItemView, path: ItemView[]): { task: ItemView; path: ItemView[] }[] =>
    item.kind === "task" ? [{ task: item, path }] : (item.children ?? []).flatMap((child) => below(child, [...path, item]));
  return tree.phases.flatMap((phase) => below(phase, []));
}

export function everyItem(tree: TreeView): Map<ItemId, ItemView> {
  const all = new Map<ItemId, ItemView>();
  const add = (item: ItemView) => {
    all.set(item.item, item);
    item.children?.forEach(add);
  };
  tree.phases.forEach(add);
  return all;
}

/** What an item, or an item that contains it, still waits for. */
export const waits = (items: readonly ItemView[]) => items.flatMap((item) => item.waits_for ?? []).filter((wait) => wait.unmet);

interface Shown {
  tree: TreeView;
  page: Page;
  open: (item: ItemId) => void;
}

/** The tasks in three columns. */
export function Board({ tree, page, open }: Shown) {
  const all = tasks(tree);
  const names = everyItem(tree);
  return (
    <div class="board">
      {STATUSES.map((status) => {
        const here = all.filter(({ task }) => task.status === status);
        return (
          <section key={status} aria-labelledby={`column-${status}`} class={`column ${status}`}>
            <h2 id={`column-${status}`}>
              {page.say(status)} <span class="count">{here.length}</span>
            </h2>
            {here.length === 0 && <p class="nothing">{page.say("nothing")}</p>}
            <ul>
              {here.map(({ task, path }) => (
                <li key={task.item}>
                  <button type="button" class="card" data-item={task.item} onClick={() => open(task.item)}>
                    <span class="path">
                      {path.map((item, nth) => (
                        <>
                          {nth > 0 && " › "}
                          <Text of={item.name} page={page} />
                        </>
                      ))}
                    </span>
                    <strong>
                      <Text of={task.name} page={page} />
                    </strong>
                    {status !== "finished" &&
                      waits([...path, task]).map((wait) => (
                        <span class="waits" key={wait.on}>
                          {page.say("waits")}: {names.has(wait.on) && <Text of={names.get(wait.on)!.name} page={page} />}
                        </span>
                      ))}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** The phases with everything in them. */
export function Tree({ tree, page, open }: Shown) {
  const branch = (item: ItemView) => (
    <li key={item.item}>
      {item.kind === "task" ? (
        <button type="button" class={`leaf ${item.status}`} data-item={item.item} onClick={() => open(item.item)}>
          <span class="dot" aria-hidden="true" />
          <Text of={item.name} page={page} /> <span class="state">{page.say(item.status)}</span>
        </button>
      ) : (
        <details open>
          <summary>
            <span class={item.kind}>
              <Text of={item.name} page={page} />
            </span>
          </summary>
          <Progress of={item.progress} label={`${page.say("progress")}: ${item.name.text}`} />
          <ul>{item.children?.map(branch)}</ul>
        </details>
      )}
    </li>
  );
  return <ul class="tree">{tree.phases.map(branch)}</ul>;
}

export const asOf = (seq: number | undefined): { as_of?: AsOf } => (seq === undefined ? {} : { as_of: { seq } });
