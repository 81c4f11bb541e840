import type { Plugin } from "vite";

/**
 * Refuses to build parts of which each imports the other: the code of one would run before that of the other is there,
 * which shows only in the browser ("Cannot access … before initialization").
 */
export function noCircles(): Plugin {
  return {
    name: "no-circles",
    apply: "build",
    generateBundle(_, bundle) {
      const circle = circleIn((part) => {
        const chunk = bundle[part];
        return chunk?.type === "chunk" ? chunk.imports : [];
      }, Object.keys(bundle));
      if (circle !== null) {
        this.error(
          `parts import each other: ${circle.join(" → ")}; sort their modules anew (scripts/*-parts.ts)`,
        );
      }
    },
  };
}

/** The parts of a circle, the first of them once more at the end; null: there is none. */
function circleIn(importsOf: (part: string) => readonly string[], parts: readonly string[]): string[] | null {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (part: string): string[] | null => {
    if (way.includes(part)) return [...way.slice(way.indexOf(part)), part];
    if (done.has(part)) return null;
    way.push(part);
    for (const imported of importsOf(part)) {
      const circle = visit(imported);
      if (circle !== null) return circle;
    }
    way.pop();
    done.add(part);
    return null;
  };
  for (const part of parts) {
    const circle = visit(part);
    if (circle !== null) return circle;
  }
  return null;
}
