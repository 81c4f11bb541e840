import type { ViewAt } from "../view.ts";
import { kernelViewWords } from "./view.words.ts";

export const kernel: ViewAt<"sheet"> = {
  name: "kernel",
  place: "sheet",
  key: "o",
  words: kernelViewWords,
  bar: "sockets",
  future: "tells",
  isOn: ({ sheet }) => sheet === "kernel",
  show: (state) => state.look({ sheet: "kernel" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./KernelSheet.tsx")).KernelSheet,
  layer: {
    // Whether one of the texts beside the capture tells of sockets, the layer finds out.
    isOn: ({ capture, looks }) => capture.kind === "ready" && (capture.value.hasSockets || looks.size > 1),
    part: async () => (await import("./kernel-layer.ts")).kernelLayer,
  },
};
