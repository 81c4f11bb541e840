import type { Rolldown } from "vite";
import { runsWith } from "./runs-with.ts";

/** Where the page begins: what it imports, and not on demand, is there before the page can be used. */
const START = "/src/main.tsx";
/** The explorer; `main.tsx` loads it after the first frame. */
const EXPLORER = "/src/ui/explorer/Explorer.tsx";

/**
 * The part of the page that a module goes into; null: the bundler decides. The first view is one part, and what the
 * first diagram needs beside it another. The bundler by itself would make some fifty, each a request of its own,
 * compressed by itself.
 */
export function partOfPage(id: string, modules: Rolldown.ChunkingContext): string | null {
  // It waits for the words, which import the part `first`. In that part, each would wait for the other.
  if (id.endsWith(START)) return null;
  if (runsWith(START, id, modules)) return "first";
  return runsWith(EXPLORER, id, modules) ? "explorer" : null;
}

/** The language of each grammar in `src/ui/wording`. */
const SPOKEN: Readonly<Record<string, string>> = { english: "en", korean: "ko", chinese: "zh" };

/**
 * The part that the words of one language go into. The words of the first view are one, those of the first diagram
 * two, so that neither file is long; all others come with the part of the page that uses them.
 */
export function partOfLanguage(id: string, modules: Rolldown.ChunkingContext): string | null {
  const [, language, folder] = /\/ui\/messages\/(\w\w)\/(\w+)\//u.exec(id) ?? [];
  if (language !== undefined) return `${language}-${folder ?? ""}`;
  const [, grammar = ""] = /\/ui\/wording\/(\w+)\.ts$/u.exec(id) ?? [];
  if (grammar in SPOKEN) return `${SPOKEN[grammar] ?? ""}-start`;
  const [, file = "", said] = /^(.*\.words\.ts)\?(\w\w)$/u.exec(id) ?? [];
  if (runsWith(START, file, modules)) return `${said ?? ""}-start`;
  if (!runsWith(EXPLORER, file, modules)) return null;
  return `${said ?? ""}-${file.includes("/ui/segment/") ? "segment" : "explorer"}`;
}
