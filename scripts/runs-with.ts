import type { Rolldown } from "vite";

/**
 * Whether a module is loaded whenever another one runs: that one reaches it by imports, none of them on demand.
 * @param other how the path of the other one ends, or what tells it by its path
 */
export function runsWith(
  other: string | ((path: string) => boolean),
  id: string,
  modules: Rolldown.ChunkingContext,
): boolean {
  const importers = new Set([id]);
  for (const importer of importers) {
    if (typeof other === "string" ? importer.endsWith(other) : other(importer)) return true;
    for (const next of modules.getModuleInfo(importer)?.importers ?? []) importers.add(next);
  }
  return false;
}
