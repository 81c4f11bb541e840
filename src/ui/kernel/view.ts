import { captureOf } from "../../store/selectors.ts";
import { tellsSockets } from "../../store/sockets/sockets.ts";
import type { ViewAt } from "../view.ts";
import { kernelViewWords } from "./view.words.ts";

export const kernel: ViewAt<"sheet"> = {
  name: "kernel",
  place: "sheet",
  key: "o",
  words: kernelViewWords,
  future: "tells",
  isOn: ({ sheet }) => sheet === "kernel",
  show: (state) => state.look({ sheet: "kernel" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./KernelSheet.tsx")).KernelSheet,
  layer: {
    isOn: (state) => tellsSockets(captureOf(state), state.choice, state.looks),
    part: async () => (await import("./kernel-layer.ts")).kernelLayer,
  },
};
