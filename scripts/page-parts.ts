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

/**
 * The part that the words of one language go into. The words of the first view are one, those of the first diagram
 * some, so that no one file is long; all others come with the part of the page that uses them.
 */
export function partOfLanguage(id: string, modules: Rolldown.ChunkingContext): string | null {
  const [, language, folder = "rest"] = /\/ui\/messages\/(\w\w)\/(?:(\w+)\/|rest\.ts)/u.exec(id) ?? [];
  if (language !== undefined) return `${language}-${folder}`;
  const [, file = "", said] = /^(.*\.words\.ts)\?(\w\w)$/u.exec(id) ?? [];
  if (runsWith(START, file, modules)) return `${said ?? ""}-start`;
  return runsWith(EXPLORER, file, modules) ? `${said ?? ""}-rest` : null;
}
