import { describe, expect, test } from "vitest";
import { allSteps } from "../../base/turns.ts";
import { summary } from "../../testing/connection-summaries.ts";
import { type Grouping, surveyConnections } from "./survey.ts";

const SECOND = 1e9;
const ALL = [
  summary(0, { outcome: "refused", states: ["SYN-SENT", "CLOSED"] }),
  { ...summary(1, { outcome: "refused", states: ["SYN-SENT"] }), client: { address: "192.0.2.9", port: 1 } },
  { ...summary(2, { outcome: "no-answer" }), server: { address: "2001:db8::1", port: 443 } },
  {
    ...summary(3, { lastStates: { client: "FIN-WAIT-2", server: "CLOSE-WAIT" }, openingTime: 3 * SECOND }),
    server: { address: "192.0.2.5", port: 5432 },
    start: 2 * SECOND,
    end: 5 * SECOND,
  },
  { ...summary(4), verdict: null, states: [], notes: [] },
];
const survey = (grouping: Grouping) => allSteps(surveyConnections(ALL, grouping, 60 * SECOND));

describe("a survey", () => {
  test("counts outcomes by server, those with most failures first", () => {
    const { groups, outcomes, unjudged } = survey("server");
    expect(groups.map(({ name, filter, total, failed }) => [name, filter, total, failed])).toEqual([
      ["192.0.2.2:80", "server:192.0.2.2:80", 2, 2],
      ["[2001:db8::1]:443", "server:[2001:db8::1]:443", 1, 1],
      ["192.0.2.5:5432", "server:192.0.2.5:5432", 1, 0],
    ]);
    expect(outcomes).toEqual(["refused", "no-answer", "complete"]);
    expect([...(groups[0]?.perOutcome ?? [])]).toEqual([["refused", 2]]);
    expect(unjudged).toBe(1);
  });

  test("counts them by client and by port, too", () => {
    expect(survey("client").groups.map(({ filter, total }) => [filter, total])).toEqual([
      ["client:192.0.2.1", 3],
      ["client:192.0.2.9", 1],
    ]);
    expect(survey("host").groups.map(({ name, filter, total }) => [name, filter, total])).toEqual([
      ["192.0.2.2", "server:192.0.2.2", 2],
      ["2001:db8::1", "server:2001:db8::1", 1],
      ["192.0.2.5", "server:192.0.2.5", 1],
    ]);
    expect(survey("port").groups.map(({ filter }) => filter)).toEqual(["port:80", "port:443", "port:5432"]);
  });

  test("tells an address once whose ports fail alike, and its ports one by one where few differ", () => {
    const at = (id: number, port: number, wish: Parameters<typeof summary>[1]) => ({
      ...summary(id, wish),
      server: { address: "192.0.2.7", port },
    });
    const told = (connections: readonly ReturnType<typeof at>[]) =>
      allSteps(surveyConnections(connections, "host", 60 * SECOND)).findings.map(
        ({ kind, server, ports, count, of, since, filter }) => [
          kind,
          server,
          ports,
          [count, of],
          since,
          filter,
        ],
      );
    const silent = [22, 23, 80, 443].map((port, id) => at(id + 1, port, { outcome: "no-answer" }));
    expect(told(silent)).toEqual([
      ["silent", "192.0.2.7", 4, [4, 4], 1, "server:192.0.2.7 outcome:no-answer"],
    ]);
    const mixed = [at(1, 22, { outcome: "refused" }), at(2, 80, { outcome: "refused" }), at(3, 80, {})];
    expect(told([...mixed, at(4, 80, { outcome: "refused" })])).toEqual([
      ["refuses", "192.0.2.7:80", 1, [2, 3], 2, "server:192.0.2.7:80 outcome:refused"],
      ["refuses", "192.0.2.7:22", 1, [1, 1], 1, "server:192.0.2.7:22 outcome:refused"],
    ]);
    expect(told([...silent, at(9, 443, {})])).toEqual([
      ["silent", "192.0.2.7", 4, [4, 5], 1, "server:192.0.2.7 outcome:no-answer"],
    ]);
  });

  test("finds who refuses, who is silent, who waits to close and who opens slowly", () => {
    const found = survey("port").findings.map(
      ({ kind, server, count, of, clients, accepted, longest, filter }) => [
        kind,
        server,
        [count, of, clients],
        accepted,
        longest / SECOND,
        filter,
      ],
    );
    expect(found).toEqual([
      ["refuses", "192.0.2.2:80", [2, 2, 2], false, Number.NaN, "server:192.0.2.2:80 outcome:refused"],
      [
        "silent",
        "[2001:db8::1]:443",
        [1, 1, 1],
        true,
        Number.NaN,
        "server:[2001:db8::1]:443 outcome:no-answer",
      ],
      ["close-wait", "192.0.2.5:5432", [1, 1, 1], true, 55, "server:192.0.2.5:5432 end:close-wait"],
      ["slow", "192.0.2.5:5432", [1, 1, 1], true, 3, "server:192.0.2.5:5432 opening>1s"],
    ]);
    expect(survey("server").findings[0]?.since).toBe(0);
  });
});
