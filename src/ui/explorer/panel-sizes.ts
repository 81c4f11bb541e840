/** The panels whose size can be changed: two columns in percent of the width, a row in percent of its column. */
export const PANEL_BOUNDS = {
  connections: { usual: 27, least: 18, most: 45 },
  graphColumn: { usual: 30, least: 22, most: 45 },
  graphRow: { usual: 62, least: 25, most: 80 },
} as const;
export type PanelSize = keyof typeof PANEL_BOUNDS;

/** The sizes that were chosen; what is absent has its usual size. */
export type PanelSizes = Readonly<Partial<Record<PanelSize, number>>>;

const KEY = "synfin.panels";

/** Within the bounds, to a tenth. */
export function boundedSize(panel: PanelSize, size: number): number {
  const { least, most } = PANEL_BOUNDS[panel];
  return Math.round(Math.max(least, Math.min(size, most)) * 10) / 10;
}

/** The sizes of an earlier visit, as far as they are valid. */
export function rememberedSizes(): PanelSizes {
  try {
    return readSizes(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return {};
  }
}

export function rememberSizes(sizes: PanelSizes): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(sizes));
  } catch {
    // Private windows may forbid storage; then the sizes last as long as the page.
  }
}

/** Pure part of {@link rememberedSizes}: what was kept may be anything. */
export function readSizes(kept: unknown): PanelSizes {
  const sizes: Partial<Record<PanelSize, number>> = {};
  for (const panel of Object.keys(PANEL_BOUNDS) as PanelSize[]) {
    const size: unknown = typeof kept === "object" && kept !== null ? Reflect.get(kept, panel) : undefined;
    if (typeof size === "number" && Number.isFinite(size)) sizes[panel] = boundedSize(panel, size);
  }
  return sizes;
}
