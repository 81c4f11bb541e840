import { analyseBeginning } from "../tcp/analyse-beginning.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import type { Analyser } from "../worker/analyser.ts";
import { answering } from "./answering.ts";
import { compactTable } from "./compact-notation.ts";
import { captureWith, summary } from "./connection-summaries.ts";

/** An analyser that holds the connections of an exchange in the compact notation, whatever it is asked to open. */
export function compactAnalyser(compact: string): Analyser {
  const table = compactTable(compact);
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  const { connections } = grouping;
  const capture = captureWith(...connections.map(({ id }) => summary(id)));
  return {
    open: () => Promise.resolve({ ok: true, capture }),
    cancel: () => undefined,
    ask: answering({
      analyse: async (id, upTo) =>
        upTo === undefined
          ? analyseConnection(table, connections, id)
          : analyseBeginning(table, connections, id, upTo),
    }),
  };
}
