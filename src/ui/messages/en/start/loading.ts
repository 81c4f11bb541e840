import { formatCount } from "../../../figures.ts";
import { counted } from "../../../wording/english.ts";

export const loading = {
  title: (name: string) => `Reading ${name}`,
  bytes: (read: string, total: string) => `${read} of ${total}`,
  found: (segments: number, connections: number) =>
    `${counted(segments, "segment", "segments")}, ${counted(connections, "connection", "connections")} so far`,
  cancel: "Cancel",
  outcome: "reading…",
  firstLines: (shown: number) =>
    `The first ${formatCount(shown)} connections; all of them once the file is read`,
  later: "The diagram appears once everything is read.",
};
