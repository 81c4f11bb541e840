import type { Rolldown } from "vite";
import { runsWith } from "./runs-with.ts";

/** Where the worker begins: reading captures and finding connections. */
const START = "/src/worker/analyser-worker.ts";

/**
 * Which folders of the worker go into which part, for the build. The rules of TCP come while the first capture is read,
 * the readers of text when a text is opened, the laboratory when a script is. Each in parts of at most 8 KiB gzip,
 * fetched side by side. No two parts may import each other: the code of one would run before that of the other is there.
 */
const PARTS: readonly (readonly [part: string, folders: RegExp])[] = [
  ["text-basics", /^capture\/text\/(?:lines|times|passed-over)\//u],
  ["text-plain", /^capture\/text\/(?:numbers|plain)\//u],
  ["text-listings", /^capture\/text\/(?:hex|listings)\//u],
  ["text-packets", /^capture\/text\/dialects\//u],
  ["text-sockets", /^capture\/text\/sockets\//u],
  ["text-tshark", /^capture\/text\/tshark\//u],
  ["text-reader", /^capture\/text\//u],
  ["lab-script", /^lab\/script\//u],
  ["lab-host", /^lab\/host\//u],
  ["lab-run", /^lab\/run\//u],
  ["lab-replay", /^lab\/replay\//u],
  ["lab-told", /^lab\/(?:told|edit)\//u],
  ["names", /^capture\/names\//u],
  ["records", /^capture\/records\//u],
  ["octets", /^worker\/octets\//u],
  ["pcapng", /^capture\/files\/pcapng/u],
  // It needs all the rules, so it is none of what they share.
  ["analysis", /^tcp\/(?:analyse-|verdict\/)/u],
  [
    "merge-pairs",
    /^merge\/(?:assign|connection-marks|equal|find|number-ranges|pair|rewritten|segment-key|sending|strand)/u,
  ],
  ["annotations", /^tcp\/notes\//u],
  ["exchange", /^tcp\/exchange\//u],
  ["resets", /^tcp\/resets\//u],
  ["seen-delivery", /^tcp\/seen\//u],
  ["delivery", /^tcp\/delivery\//u],
  ["states", /^tcp\/machine\//u],
];

/**
 * The part that a module of the worker belongs to; null: it is there from the start, or comes with the module that
 * imports it.
 */
export function partOfWorker(id: string, modules: Rolldown.ChunkingContext): string | null {
  if (runsWith(START, id, modules)) return null;
  // Modules that several parts need are a part of their own; otherwise parts would wait for each other.
  return namedPart(id) ?? (runsWith((path) => namedPart(path) !== null, id, modules) ? "shared" : null);
}

function namedPart(id: string): string | null {
  const [, file] = /\/src\/(.+\.)ts$/u.exec(id) ?? [];
  return (file !== undefined && PARTS.find(([, folders]) => folders.test(file))?.[0]) || null;
}
