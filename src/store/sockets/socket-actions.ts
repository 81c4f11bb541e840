import type { Analyser } from "../opened-capture.ts";
import type { SynfinState } from "../synfin-state.ts";
import type { SocketsPart } from "./sockets.ts";

/** The action that asks what kernels say; an answer for a connection that was left is dropped. */
export function socketActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Pick<Analyser, "ask">,
): Omit<SocketsPart, "sockets"> {
  return {
    loadSockets: async (connection, beside) => {
      const { lastOpened } = get();
      const told = await analyser.ask("sockets", connection, beside);
      const isStill = get().lastOpened === lastOpened && get().selection?.connection === connection;
      if (told !== null && isStill) set({ sockets: { ...told, connection } });
    },
  };
}
