// Makes `dist/` of the sources and of what was built into `build/bindgen`: one file for each place where it runs, the
// declarations, and the module.

import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/cjs", { recursive: true });

const common = { absWorkingDir: process.cwd(), bundle: true, minifySyntax: true, target: "es2022", legalComments: "inline", metafile: true, logLevel: "warning" };
const node = { ...common, entryPoints: ["src/node.ts", "src/check-node.ts", "src/consent-node.ts"], platform: "node" };
const built = [];
built.push(await build({ ...common, entryPoints: ["src/web.ts", "src/check-web.ts", "src/consent-web.ts"], format: "esm", outdir: "dist" }));
built.push(await build({ ...node, format: "esm", outdir: "dist" }));
built.push(await build({
  ...node,
  format: "cjs",
  outdir: "dist/cjs",
  define: { "import.meta.url": "here" },
  banner: { js: 'const here = require("node:url").pathToFileURL(__dirname).href;' },
}));
// Whose packages went in: the notices name them.
const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const theirs = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
writeFileSync("build/bundled.json", JSON.stringify([...new Set(theirs)].sort()));
for (const name of ["interlink", "check", "consent"]) cpSync(`build/${name}/${name}.wasm`, `dist/${name}.wasm`);
// What refusals say in other languages than English: a page adds the one that it speaks.
cpSync("../../../core/src/messages/phrases/refusals", "dist/phrases", { recursive: true });
cpSync("../../../LICENSES", "LICENSES", { recursive: true });

const checked = spawnSync("node_modules/.bin/tsc", { stdio: "inherit" });
if (checked.status !== 0) process.exit(1);
// What talks to the module is nobody else's.
for (const name of ["module", "check-module", "consent-module", "loader"]) rmSync(`dist/${name}.d.ts`);
for (const file of readdirSync("dist").filter((name) => name.endsWith(".d.ts"))) cpSync(`dist/${file}`, `dist/cjs/${file}`);
writeFileSync("dist/cjs/package.json", '{ "type": "commonjs" }\n');
