import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { defineConfig } from "vite";

const PUBLIC = ["icon.svg", "demo.webmanifest", "simulated.bundle"];

/** Writes the worker that keeps the page's files, by the name of what is in them, so that it opens without a network. */
const offline = {
  name: "offline",
  generateBundle(_options, bundle) {
    const files = ["./", "index.html", ...Object.keys(bundle).filter((name) => name !== "index.html"), ...PUBLIC];
    const hash = createHash("sha256");
    ["index.html", ...PUBLIC.map((name) => `public/${name}`)].forEach((name) => hash.update(readFileSync(new URL(name, import.meta.url))));
    Object.values(bundle).forEach((file) => hash.update("code" in file ? file.code : file.source));
    const source = readFileSync(new URL("src/worker.js", import.meta.url), "utf8");
    const written = source.replace("VERSION", hash.digest("hex").slice(0, 16)).replace('"FILES"', JSON.stringify(files));
    this.emitFile({ type: "asset", fileName: "worker.js", source: written });
  },
};

export default defineConfig({
  base: "./",
  logLevel: "warn",
  plugins: [offline],
  build: { target: "es2022", assetsInlineLimit: 0 },
});
