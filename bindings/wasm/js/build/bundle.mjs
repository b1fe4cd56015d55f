// Makes `dist/` of the sources and of what was built into `build/bindgen`: one file for each place where it runs, the
// declarations, and the module.

import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/cjs", { recursive: true });

const common = { absWorkingDir: process.cwd(), bundle: true, minifySyntax: true, target: "es2022", legalComments: "inline", logLevel: "warning" };
await build({ ...common, entryPoints: ["src/web.ts"], format: "esm", outfile: "dist/web.js" });
await build({ ...common, entryPoints: ["src/node.ts"], format: "esm", platform: "node", outfile: "dist/node.js" });
await build({
  ...common,
  entryPoints: ["src/node.ts"],
  format: "cjs",
  platform: "node",
  outfile: "dist/cjs/node.js",
  define: { "import.meta.url": "here" },
  banner: { js: 'const here = require("node:url").pathToFileURL(__dirname).href;' },
});
cpSync("build/interlink.wasm", "dist/interlink.wasm");
cpSync("../../../LICENSES", "LICENSES", { recursive: true });

const checked = spawnSync("node_modules/.bin/tsc", { stdio: "inherit" });
if (checked.status !== 0) process.exit(1);
// What talks to the module is nobody else's.
rmSync("dist/module.d.ts");
for (const file of readdirSync("dist").filter((name) => name.endsWith(".d.ts"))) cpSync(`dist/${file}`, `dist/cjs/${file}`);
writeFileSync("dist/cjs/package.json", '{ "type": "commonjs" }\n');
