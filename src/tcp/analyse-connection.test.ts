import { expect, test } from "vitest";
import { ReusedMemory } from "../segments/row-memory.ts";
import { exchangesToTry } from "../testing/exchanges-to-try.ts";
import { exchangeOf } from "../testing/lab-exchange.ts";
import { analyseConnection } from "./analyse-connection.ts";
import { ConnectionGrouping } from "./connections/group-connections.ts";

const EXCHANGES = exchangesToTry(60);

test(`${EXCHANGES} random exchanges: memory that is used again changes nothing`, { timeout: 600_000 }, () => {
  const memory = new ReusedMemory();
  for (let seed = 1; seed <= EXCHANGES; seed++) {
    const { table } = exchangeOf(seed);
    const grouping = new ConnectionGrouping(table);
    grouping.advance();
    grouping.finish();
    for (const { id } of grouping.connections) {
      const { connection, segments, ...passing } = analyseConnection(table, grouping.connections, id, {
        memory,
      });
      const lasting = analyseConnection(table, grouping.connections, id);
      const { optionBytes } = lasting.segments;
      const told = { ...segments, optionBytes: segments.optionBytes.subarray(0, optionBytes.length) };
      expect({ ...passing, segments: told }, `seed ${seed}`).toEqual({
        ...lasting,
        connection: undefined,
        segments: { ...lasting.segments },
      });
      expect([connection.client, connection.roleBasis, Array.from(connection.rows)]).toEqual([
        lasting.connection.client,
        lasting.connection.roleBasis,
        Array.from(lasting.connection.rows),
      ]);
    }
  }
});
