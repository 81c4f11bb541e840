import { useEffect, useState } from "react";
import { wiresharkFilter } from "../../export/wireshark-filter.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { analysisOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { ActionMenu } from "../parts/ActionMenu.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { type CopiedFilter, filterOfListed, filterOfShown, MOST_FILTERED } from "./copied-filter.ts";
import { copyingWords } from "./copying.words.ts";

/** How long the message that something was copied stays; milliseconds. */
const SAID_FOR = 4000;

/** The connection as tcpdump prints it; the writer is loaded when it is needed. */
async function textOf(analysis: ConnectionAnalysis): Promise<string> {
  const { tcpdumpText } = await import("../../export/tcpdump-text.ts");
  return tcpdumpText(analysis);
}

/** Whether there is a filter: a capture may have names instead of addresses. */
function hasFilter({ connection }: ConnectionAnalysis): boolean {
  return wiresharkFilter({ ...connection, only: null }) !== null;
}

/** Actions that copy the connection on screen. */
export function ConnectionActions({ capture }: { readonly capture: OpenedCapture }) {
  const words = useWords(copyingWords);
  const analysis = useSynfin(analysisOf);
  const isFiltered = useSynfin((state) => state.filter.trim() !== "");
  const listed = useSynfin((state) => state.listed);
  const look = useSynfin((state) => state.look);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said === "") return undefined;
    const timer = setTimeout(() => setSaid(""), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  if (analysis === null) return null;
  // Made when it is asked for, because it looks through all connections.
  const copyFilter = ({ filter, isExact }: CopiedFilter): void => {
    if (filter === null) setSaid(words.namesOnly);
    else void copy(filter, isExact ? words.copiedFilter : words.copiedPair);
  };

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
            obstacle: hasFilter(analysis) ? null : words.namesOnly,
            run: () => copyFilter(filterOfShown(analysis, capture)),
          },
          ...(!isFiltered || listed.length === 0
            ? []
            : [
                {
                  label: words.listedFilter(listed.length),
                  obstacle: listed.length > MOST_FILTERED ? words.tooMany(MOST_FILTERED) : null,
                  run: () => copyFilter(filterOfListed(listed, capture)),
                },
              ]),
          {
            label: words.tcpdumpText,
            obstacle: null,
            run: () => void copy(textOf(analysis), words.copiedText),
          },
          { label: words.table, obstacle: null, run: () => look({ sheet: "table" }) },
        ]}
      />
      <p className="said" aria-live="polite">
        {said}
      </p>
    </>
  );
}
