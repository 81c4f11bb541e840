import fc from "fast-check";
import { expect, test } from "vitest";
import { anonymise } from "../share/anonymise.ts";
import { decodeLink } from "../share/decode-link.ts";
import { encodeLink } from "../share/encode-link.ts";
import { openShared } from "../share/open-shared.ts";
import { shareConnection } from "../share/share-connection.ts";
import type { SharedConnection } from "../share/shared-connection.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import { describeShared } from "./describe-shared.ts";
import { exchangeOf } from "./lab-exchange.ts";

/** Everything that is said of a connection but for where it was found and what it is called. */
function told(analysis: ConnectionAnalysis): object {
  const { connection, segments, quotedErrors, ...rest } = analysis;
  const { roleBasis, why, isSelfConnect } = connection;
  const columns = [
    "frame",
    "sequenceNumber",
    "acknowledgmentNumber",
    "payloadLength",
    "window",
    "flags",
  ] as const;
  const own = columns.map((column) => Array.from(segments[column].subarray(0, segments.length)));
  // Times count from somewhere else in a link: what the analysis measures must be the same all the same.
  return { ...withoutTimes(rest), roleBasis, why, isSelfConnect, own, errors: quotedErrors.length };
}

function withoutTimes({ moves, epilogue, ...rest }: Partial<ConnectionAnalysis>): object {
  return {
    ...rest,
    moves: moves?.map((move) => ({ ...move, time: move.time !== null })),
    epilogue: epilogue?.map((move) => ({ ...move, time: move.time !== null })),
  };
}

async function throughLink(shared: SharedConnection): Promise<SharedConnection> {
  const decoded = await decodeLink((await encodeLink(shared)) ?? "");
  if (!decoded.ok) throw new Error(`refused: ${JSON.stringify(decoded.error)}`);
  return decoded.value;
}

function analyse(shared: SharedConnection): ConnectionAnalysis {
  const { table, connections } = openShared(shared);
  return analyseConnection(table, connections, 0);
}

test("what comes out of a link is what went in, and tells the same story, anonymised or not", async () => {
  const property = fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, isTimed) => {
    const { table } = exchangeOf(seed, true, isTimed);
    const grouping = new ConnectionGrouping(table);
    grouping.finish();
    const { connections } = grouping;
    for (const connection of connections) {
      const shared = shareConnection(table, connections, connection);
      const again = await throughLink(shared);
      expect(told(analyse(again))).toEqual(told(analyseConnection(table, connections, connection.id)));
      const anonymous = await throughLink(anonymise(shared, { hidesPorts: true }));
      expect(told(analyse(anonymous))).toEqual(told(analyse(again)));
      // A link of what a link told is the same link.
      expect(describeShared(await throughLink(again))).toEqual(describeShared(again));
    }
  });
  await fc.assert(property, { numRuns: 100, seed: 20261121 });
});
