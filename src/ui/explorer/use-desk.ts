import { useEffect } from "react";
import { captureOf } from "../../store/selectors.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";
import { askBeforeLeaving } from "./ask-before-leaving.ts";

/** One line with figures like those of an address or a time, and no arrow. */
const LOG_LINE = /^[^>→\n]*\w[.:]\w[^>→\n]*\n?$/u;

/**
 * What an open capture needs of the page around it: the browser asks before a file is lost, a line of a log that is
 * pasted is looked for, and it is learnt who the connections are.
 */
export function useDesk(): void {
  const store = useSynfinStore();
  const messages = useMessages();
  useEffect(() => askBeforeLeaving(store), [store]);
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const isField = event.target instanceof Element && event.target.matches("input, textarea");
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (isField || (event.clipboardData?.files.length ?? 0) > 0 || !LOG_LINE.test(text)) return;
      event.preventDefault();
      // The page would open the line as a capture.
      event.stopPropagation();
      void import("../link/find-log-line.ts").then(({ findLogLine }) =>
        findLogLine(store.getState(), messages, text),
      );
    };
    document.addEventListener("paste", paste, true);
    return () => document.removeEventListener("paste", paste, true);
  }, [store, messages]);
  useNames();
}

/** Asks who the connections are, once all of them are judged. */
function useNames(): void {
  const store = useSynfinStore();
  const capture = useSynfin(captureOf);
  const isDue =
    capture !== null && capture.names === undefined && capture.judged === capture.connections.length;
  const connections = isDue ? capture.connections : null;
  useEffect(() => {
    if (connections === null) return;
    const learn = async (): Promise<void> => {
      const names = await store
        .getState()
        .ask("names")
        .catch(() => null);
      const now = captureOf(store.getState());
      if (!names?.names.length || now?.connections !== connections) return;
      store.setState({ capture: { kind: "ready", value: { ...now, names } } });
    };
    void learn();
  }, [store, connections]);
}
