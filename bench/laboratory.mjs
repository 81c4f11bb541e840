// How long the laboratory takes to run a script of as many segments as a run may have.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleCore } from "../scripts/bundle.mjs";

/** Two million octets one way: the run is stopped at its 2,000th segment. */
const SCRIPT = "delay 5ms\ns: listen\nc: connect\nc: send 2000000\n";
/** Runs before the measured ones, until the compiler has seen the code. */
const WARM_UP = 10;

/** @returns {Promise<{segments: number, milliseconds: number}>} the median of the rounds */
export async function measureLaboratory(folder, rounds) {
  const core = {};
  for (const [name, entry] of [
    ["read-script", "lab/script/read-script.ts"],
    ["run-script", "lab/run/run-script.ts"],
  ]) {
    const bundle = join(folder, `${name}.mjs`);
    await bundleCore(entry, bundle);
    Object.assign(core, await import(pathToFileURL(bundle)));
  }
  const script = core.readScript(SCRIPT).value;
  const times = [];
  let segments = 0;
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const start = performance.now();
    segments = core.runScript(script).segments.length;
    if (round >= WARM_UP) times.push(performance.now() - start);
  }
  return { segments, milliseconds: times.toSorted((a, b) => a - b)[rounds >> 1] };
}
