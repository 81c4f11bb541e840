// Reads 100,000 links that were changed on their way, or forged with a right checksum: none may hang, crash, take more
// than 64 MB, be shown although it is damaged, or show a connection whose story is inconsistent.
// Usage: node scripts/checks/hostile-links.mjs [NUMBER]
import { spawnSync } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const run = spawnSync("npx", ["vitest", "run", "src/testing/hostile-links.test.ts", "--reporter=dot"], {
  cwd: ROOT,
  encoding: "utf8",
  maxBuffer: 1 << 26,
  env: { ...process.env, SYNFIN_HOSTILE_LINKS: process.argv[2] ?? "100000" },
});
const figure = /^hostile links: .*$/m.exec(run.stdout)?.[0];
console.log(figure ?? "hostile links: no figure");
if (run.status !== 0) console.log(run.stdout.slice(-3000) + run.stderr.slice(-3000));
process.exit(run.status === 0 && figure !== undefined ? 0 : 1);
