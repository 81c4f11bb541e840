import type { Opened, OpeningPart, Stand } from "./opened.ts";
import type { SelectingPart } from "./selection.ts";

/** What is on screen: a capture with one of its connections, and where one stands; `opened` null: the empty page. */
export interface Visit extends Stand {
  readonly opened: Opened | null;
  readonly connection: number | null;
}

/** The visit of now; null while a capture is on its way, or was refused. */
export function visitOf({
  capture: { kind },
  lastOpened,
  selection,
  position,
  filter,
}: Pick<OpeningPart, "capture" | "lastOpened"> & Pick<SelectingPart, "selection"> & Stand): Visit | null {
  const opened = kind === "ready" ? lastOpened : null;
  if (opened === null && kind !== "empty") return null;
  return { opened, connection: selection?.connection ?? null, position, filter };
}
