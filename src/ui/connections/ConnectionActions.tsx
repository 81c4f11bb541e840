import { useEffect, useState } from "react";
import { epochRange, wiresharkFilter } from "../../export/wireshark-filter.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { analysisOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { ActionMenu } from "../parts/ActionMenu.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** How long the page says that something was copied, in milliseconds. */
const SAID_FOR = 4000;

/** The connection as tcpdump prints it; what writes it is loaded when it is asked for. */
async function textOf(analysis: ConnectionAnalysis): Promise<string> {
  const { tcpdumpText } = await import("../../export/tcpdump-text.ts");
  return tcpdumpText(analysis);
}

/** What can be taken from the connection on screen. */
export function ConnectionActions({ capture }: { readonly capture: OpenedCapture }) {
  const { copying: words } = useMessages();
  const analysis = useSynfin(analysisOf);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said === "") return undefined;
    const timer = setTimeout(() => setSaid(""), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  if (analysis === null) return null;
  const { connection } = analysis;
  const lifetime = capture.connections[connection.id];
  const isReused = connection.previous !== null || connection.next !== null;
  const times = lifetime ? epochRange(lifetime.start, lifetime.end, capture.timeBase) : null;
  const filter = wiresharkFilter({ ...connection, between: isReused ? times : null });

  const copy = async (text: string | Promise<string>, done: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await text);
      setSaid(done);
    } catch {
      setSaid(words.forbidden);
    }
  };
  return (
    <>
      <ActionMenu
        label={words.label}
        actions={[
          {
            label: words.wiresharkFilter,
            obstacle: filter === null ? words.namesOnly : null,
            run: () =>
              void copy(filter ?? "", isReused && times === null ? words.copiedPair : words.copiedFilter),
          },
          {
            label: words.tcpdumpText,
            obstacle: null,
            run: () => void copy(textOf(analysis), words.copiedText),
          },
        ]}
      />
      <p className="said" aria-live="polite">
        {said}
      </p>
    </>
  );
}
