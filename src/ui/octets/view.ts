import type { ViewAt } from "../view.ts";
import { followWords } from "./view.words.ts";

export const follow: ViewAt<"sheet"> = {
  name: "follow",
  place: "sheet",
  key: "f",
  words: followWords,
  future: "tells",
  isOn: ({ sheet }) => sheet === "follow",
  show: (state) => state.look({ sheet: "follow" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./FollowSheet.tsx")).FollowSheet,
};
