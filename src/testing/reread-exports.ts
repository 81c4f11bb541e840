import { pcapOfConnection } from "../export/pcap.ts";
import { tcpdumpText } from "../export/tcpdump-text.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { readOctets } from "./read-octets.ts";
import { epilogueWords, story, tableOfText } from "./story.ts";

/** The exports of a connection, and whether they are equal when read again. */
export interface RereadConnection {
  readonly text: string;
  /** null: the capture lacks what a pcap must hold. */
  readonly pcap: Uint8Array | null;
  readonly isTextSame: boolean;
  readonly isPcapSame: boolean;
}

/** Exports every connection of a capture file and reads it again. For scripts/checks/exports.mjs. */
export async function rereadExports(file: Uint8Array): Promise<RereadConnection[]> {
  const analyses = analyseTable((await readOctets(file)).table);
  const reread: RereadConnection[] = [];
  for (const analysis of analyses) {
    // A connection that took the place of this one moved its ends, too, and is not exported with it.
    const isLast = analysis.connection.next === null;
    const toldBy = (others: readonly ConnectionAnalysis[]): string => toldOf(others, isLast);
    const told = toldBy([analysis]);
    const text = tcpdumpText(analysis);
    const pcap = pcapOfConnection(analysis);
    reread.push({
      text,
      pcap,
      isTextSame: toldBy(analyseTable(await tableOfText(text))) === told,
      isPcapSame: pcap !== null && toldBy(analyseTable((await readOctets(pcap)).table)) === told,
    });
  }
  return reread;
}

/**
 * Who sent what, the states of both ends after each segment, and the outcome; also the states after the last one,
 * where they count.
 */
function toldOf(analyses: readonly ConnectionAnalysis[], withEpilogue: boolean): string {
  return JSON.stringify(
    analyses.map((analysis) => [
      story(analysis),
      withEpilogue ? epilogueWords(analysis) : [],
      analysis.verdict,
    ]),
  );
}
