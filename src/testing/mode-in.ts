import type { Mode } from "../store/mode.ts";
import type { SynfinStore } from "../store/synfin-store.ts";

/** The mode of the page if it is of that kind, or null. */
export function modeIn<Kind extends Mode["kind"]>(
  store: SynfinStore,
  kind: Kind,
): Extract<Mode, { readonly kind: Kind }> | null {
  const { mode } = store.getState();
  return isOfKind(mode, kind) ? mode : null;
}

function isOfKind<Kind extends Mode["kind"]>(
  mode: Mode,
  kind: Kind,
): mode is Extract<Mode, { readonly kind: Kind }> {
  return mode.kind === kind;
}
