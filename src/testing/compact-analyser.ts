import { analyseBeginning } from "../tcp/analyse-beginning.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import type { Analyser } from "../worker/analyser.ts";
import type { Ask } from "../worker/questions.ts";
import { scriptOfConnection } from "../worker/read-run.ts";
import { answering } from "./answering.ts";
import { compactTable } from "./compact-notation.ts";
import { captureWith, summary } from "./connection-summaries.ts";
import { unportedAnalyser } from "./ported-analyser.ts";

/**
 * An analyser that holds the connections of an exchange in the compact notation, whatever it is asked to open; but a
 * script is run.
 */
export function compactAnalyser(compact: string): Analyser {
  const table = compactTable(compact);
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  const { connections } = grouping;
  const capture = captureWith(...connections.map(({ id }) => summary(id)));
  const laboratory = unportedAnalyser();
  const ask = answering({
    analyse: async (id, upTo) =>
      upTo === undefined
        ? analyseConnection(table, connections, id)
        : analyseBeginning(table, connections, id, upTo),
    scriptOf: async (id) => scriptOfConnection(analyseConnection(table, connections, id)),
  });
  let asked: Ask = ask;
  return {
    open: (source, ...told) => {
      asked = source.kind === "script" ? laboratory.ask : ask;
      return source.kind === "script"
        ? laboratory.open(source, ...told)
        : Promise.resolve({ ok: true, capture });
    },
    cancel: () => undefined,
    ask: (kind, ...about) => asked(kind, ...about),
  };
}
