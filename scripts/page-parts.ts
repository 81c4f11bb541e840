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
  // A topic is empty before a language tells its words, and the words of every language import it.
  if (runsWith(START, id, modules) || id.endsWith(".words.ts")) return "first";
  return runsWith(EXPLORER, id, modules) ? "explorer" : null;
}
