import type { ViewAt } from "../view.ts";
import { bytesWords, headerWords, optionsWords, socketsWords, whyWords } from "./view.words.ts";

type Tab = ViewAt<"tab">;

/** How a tab of the pane is shown: with its pane, if that is behind another one. */
function shown(name: string): Pick<Tab, "name" | "place" | "isOn" | "show"> {
  return {
    name,
    place: "tab",
    isOn: ({ tab }) => tab === name,
    show: (state) => state.look({ tab: name, pane: "segment" }),
  };
}

export const SEGMENT_TABS: readonly Tab[] = [
  {
    ...shown("why"),
    key: "1",
    words: whyWords,
  },
  {
    ...shown("header"),
    key: "2",
    words: headerWords,
    part: async () => (await import("./HeaderFigure.tsx")).HeaderFigure,
  },
  {
    ...shown("options"),
    key: "3",
    words: optionsWords,
    part: async () => (await import("./OptionsInWords.tsx")).OptionsInWords,
  },
  {
    ...shown("sockets"),
    key: "4",
    words: socketsWords,
    part: async () => (await import("./Sockets.tsx")).Sockets,
  },
  {
    ...shown("bytes"),
    key: "5",
    words: bytesWords,
    part: async () => (await import("./HeaderBytes.tsx")).HeaderBytes,
  },
];
