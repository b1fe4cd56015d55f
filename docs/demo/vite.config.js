import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { defineConfig } from "vite";

/** Writes the worker that keeps the page's files, by the name of what is in them, so that it opens without a network. */
const offline = {
  name: "offline",
  generateBundle(_options, bundle) {
    const files = ["./", ...Object.keys(bundle), "icon.svg", "demo.webmanifest"];
    const hash = createHash("sha256");
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
