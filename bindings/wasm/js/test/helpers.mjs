import { readdirSync, readFileSync } from "node:fs";

/** The project's root. */
export const root = new URL("../../../../", import.meta.url);

/** What refusals say in other languages than English, as a page adds it: it is no part of the module. */
const books = ["es", "it", "lv"].map((language) => ({
  request: JSON.stringify({
    add_message_catalogue: JSON.parse(readFileSync(new URL(`core/src/messages/phrases/refusals/${language}.json`, root), "utf8")),
  }),
  answer: JSON.stringify({ ok: { language } }),
}));

/** Conversations that every language must have byte for byte: requests and their answers, by file. */
export function vectors() {
  const folder = new URL("docs/vectors/", root);
  const files = readdirSync(folder).filter((name) => name.endsWith(".vector"));
  return files.map((name) => {
    const lines = readFileSync(new URL(name, folder), "utf8").split("\n");
    const after = (mark) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));
    const spoken = name === "languages.vector" ? books : [];
    return {
      name,
      requests: [...spoken.map(({ request }) => request), ...after("> ")],
      answers: [...spoken.map(({ answer }) => answer), ...after("< ")],
    };
  });
}

let numbered = 0;

/** A command with all that a command has. */
export function command(actor, type, data, stream, at = Date.UTC(2026, 2, 2, 9) + numbered * 60_000) {
  numbered += 1;
  const entropy = numbered.toString(16).padStart(32, "0");
  const command = { id: `c${numbered}`, at: new Date(at).toISOString(), actor, entropy, type, data };
  return stream === undefined ? command : { ...command, stream };
}

/** Founds an organisation. */
export const founding = (actor, name) =>
  command(actor, "organisation.register", { organisation: name, name: { en: name }, kind: "public_administration", team_creation: "members" });

/** The document of a shipped governance model. */
export const model = (engine, id = "interlink.c2c") => engine.request("models", {}).models.find((model) => model.id === id).document;
