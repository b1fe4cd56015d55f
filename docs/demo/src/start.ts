import { restoreTheme } from "./theme";
import { LANGUAGES, type Language, word } from "./words";

restoreTheme();

/** Shows the error that keeps the page from opening, with a button to start again. */
function failed(error: unknown): void {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in LANGUAGES) as Language | undefined;
  const say = (key: "broken" | "afresh") => word(spoken ?? "en", key);
  const main = document.createElement("main");
  const [title, what, afresh] = [document.createElement("h1"), document.createElement("p"), document.createElement("button")];
  title.textContent = say("broken");
  what.lang = "en";
  what.textContent = error instanceof Error ? error.message : String(error);
  afresh.textContent = say("afresh");
  afresh.onclick = () => {
    const gone = indexedDB.deleteDatabase("interlink:interlink-demo");
    gone.onsuccess = gone.onerror = () => location.reload();
  };
  main.append(title, what, afresh);
  document.querySelector("#page")!.replaceChildren(main);
}

import("./main").catch(failed);
