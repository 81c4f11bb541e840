import type { Rolldown } from "vite";
import { runsWith } from "./runs-with.ts";

/** Where the page begins: what it imports, and not on demand, is there before the page can be used. */
const START = "/src/main.tsx";
/** What an open capture is looked at with; `main.tsx` asks for it after the first frame. */
const EXPLORER = "/src/ui/explorer/Explorer.tsx";

/**
 * The part of the page that a module goes into; null: whichever the bundler finds. What the first view takes is one
 * part, and what the first diagram takes beside it is another: the bundler by itself makes some fifty of them, each a
 * request of its own that is compressed from nothing.
 */
export function partOfPage(id: string, modules: Rolldown.ChunkingContext): string | null {
  // It waits for the words, which import the part `first`: were it in that part, both would wait for each other.
  if (id.endsWith(START)) return null;
  if (runsWith(START, id, modules)) return "first";
  return runsWith(EXPLORER, id, modules) ? "explorer" : null;
}
