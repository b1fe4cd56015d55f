import "./style.css";

import type { ItemId, ProcessId } from "interlink";
import { render } from "preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";

import { Consent } from "./consent";
import { History, Import, spoken, told } from "./history";
import { Progress, Refusal, Text } from "./parts";
import { Next } from "./next";
import { asOf, Board, everyItem, Tree } from "./plan";
import { type Plan, PLANS } from "./plans";
import { begin, engine, PEOPLE, type PersonName, PLACES, processes, simulated } from "./record";
import { type Page, usePage, VIEWS } from "./state";
import { Task } from "./task";
import { keepTheme, theme } from "./theme";
import { type Language, LANGUAGES } from "./words";

function Head({ page }: { page: Page }) {
  const [dark, setDark] = useState(theme);
  const turn = () => {
    const turned = dark === "dark" ? "light" : "dark";
    keepTheme(turned);
    setDark(turned);
  };
  return (
    <header class="head">
      <p class="brand">
        <img src="./icon.svg" alt="" width="32" height="32" /> interlink <span>{page.say("tagline")}</span>
      </p>
      <div class="settings">
        <label>
          {page.say("language")}
          <select value={page.language} onChange={(event) => page.set({ language: event.currentTarget.value as Language })}>
            {Object.entries(LANGUAGES).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="quiet" onClick={turn} aria-label={`${page.say("appearance")}: ${page.say(dark === "dark" ? "dark" : "light")}`}>
          {dark === "dark" ? "☾" : "☀"}
        </button>
      </div>
    </header>
  );
}

/** Plans to choose from. */
function Begin({ page }: { page: Page }) {
  const [busy, setBusy] = useState(false);
  const show = (process: () => Promise<ProcessId>) => {
    setBusy(true);
    void page.run(async () => page.go({ process: await process(), view: "next", item: undefined })).finally(() => setBusy(false));
  };
  return (
    <main>
      <h1>{page.say("choose")}</h1>
      <p>{page.say("choose_more")}</p>
      <Refusal page={page} />
      <ul class="plans">
        {(Object.keys(PLANS) as Plan[]).map((plan) => {
          const { name, description } = PLANS[plan];
          const language = page.language in name ? page.language : "en";
          return (
            <li key={plan} class="panel" lang={language}>
              <h2>{name[language]}</h2>
              <p>{description?.[language]}</p>
              <button type="button" class="primary" lang={page.language} disabled={busy} onClick={() => show(() => begin(plan, page.language))}>
                {page.say("begin")} <span class="hidden">{name[language]}</span>
              </button>
            </li>
          );
        })}
        <li class="panel">
          <h2>{page.say("look")}</h2>
          <p>{page.say("look_more")}</p>
          <button type="button" disabled={busy} onClick={() => show(simulated)}>
            {page.say("look")}
          </button>
        </li>
      </ul>
      <ul class="begun">
        {processes().map((process) => {
          const tree = engine.request("tree", { process, language: page.language });
          return (
            <li key={process}>
              <button type="button" onClick={() => page.go({ process, view: "next", item: undefined })}>
                {page.say("open_again")}: <Text of={tree.name} page={page} /> ({tree.progress} %)
              </button>
            </li>
          );
        })}
      </ul>
      <Import page={page} />
    </main>
  );
}

function People({ page }: { page: Page }) {
  return (
    <fieldset class="people">
      <legend>{page.say("you_are")}</legend>
      {(Object.keys(PEOPLE) as PersonName[]).map((person) => (
        <label key={person}>
          <input type="radio" name="actor" checked={page.actor === person} onChange={() => page.set({ actor: person })} />
          <span>
            <strong>{PEOPLE[person]}</strong> {PLACES[person][page.language]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The process, now or in an earlier state. */
function Process({ process, page }: { process: ProcessId; page: Page }) {
  const { view, item: opened } = page;
  const open = (item: ItemId) => page.go({ item });
  const [version, setVersion] = useState<number>();
  const newest = engine.request("tree", { process, language: page.language });
  const tree = version === undefined ? newest : engine.request("tree", { process, language: page.language, ...asOf(version) });
  const item = opened === undefined ? undefined : everyItem(tree).get(opened);
  const shut = () => {
    page.go({ item: undefined });
    // It may be in another column now.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-item="${opened}"]`)?.focus());
  };
  useLayoutEffect(() => void (document.title = `${tree.name.text} · interlink`), [tree.name.text]);
  const nameless = !engine.request("party", { host_id: "anna@city.example" }).party;
  const looking = version !== undefined && (view === "board" || view === "tree");
  return (
    <main>
      <div class="title">
        <h1>
          <Text of={tree.name} page={page} />
        </h1>
        <Progress of={tree.progress} label={page.say("progress")} />
        <button type="button" class="quiet" onClick={() => page.go({ process: undefined, item: undefined })}>
          {page.say("another")}
        </button>
      </div>
      {nameless && <p class="note">{page.say("no_record")}</p>}
      <People page={page} />
      <nav aria-label={page.say("views")}>
        {VIEWS.map((name) => (
          <button key={name} type="button" aria-current={view === name ? "page" : undefined} onClick={() => page.go({ view: name, item: undefined })}>
            {page.say(name)}
          </button>
        ))}
      </nav>
      {(view === "board" || view === "tree") && <Moment process={process} last={newest.seq} version={version} set={setVersion} page={page} />}
      {looking && <p class="note">{page.say("looking_back")}</p>}
      {view === "next" && <Next tree={newest} process={process} page={page} open={open} />}
      {view === "board" && <Board tree={tree} page={page} open={open} />}
      {view === "tree" && <Tree tree={tree} page={page} open={open} />}
      {view === "consent" && <Consent key={page.actor} tree={newest} process={process} page={page} />}
      {view === "record" && <History process={process} page={page} />}
      {item && <Task item={item} process={process} page={page} version={version} close={shut} />}
    </main>
  );
}

/** The moment shown; every step is one event. */
function Moment({ process, last, version, set, page }: { process: ProcessId; last: number; version: number | undefined; set: (version: number | undefined) => void; page: Page }) {
  const shown = version ?? last;
  // The audit trail is read once until the record changes, not at each step of the slider.
  const looking = version !== undefined;
  const all = useMemo(() => (looking ? told(process, page.language) : []), [looking, process, page.language, last]);
  const one = looking ? all[version - 1] : undefined;
  const says = one ? `${page.when(one.at)}: ${spoken(one)}` : page.say("now");
  return (
    <div class="moment">
      <label>
        {page.say("moment")}
        <input
          type="range"
          min={1}
          max={last}
          value={shown}
          aria-valuetext={says}
          onInput={(event) => set(event.currentTarget.valueAsNumber >= last ? undefined : event.currentTarget.valueAsNumber)}
        />
      </label>
      <output>{says}</output>
    </div>
  );
}

function App() {
  const page = usePage();
  return (
    <>
      <Head page={page} />
      {page.process === undefined ? <Begin page={page} /> : <Process key={page.process} process={page.process} page={page} />}
    </>
  );
}

render(<App />, document.querySelector("#page")!);
if ("serviceWorker" in navigator && import.meta.env.PROD) navigator.serviceWorker.register("./worker.js").catch(console.error);
