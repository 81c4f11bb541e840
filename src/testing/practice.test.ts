import { expect, test } from "vitest";
import { captureOf } from "../lessons/captures.ts";
import { EXAMPLES, PRACTICE } from "../lessons/examples.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import { practiceCapture } from "../worker/practice-capture.ts";
import { practiceText } from "../worker/practice-text.ts";
import { readSource } from "../worker/read-source.ts";
import { sourceOctets } from "../worker/source-slices.ts";
import { unportedAnalyser } from "./ported-analyser.ts";
import { readText } from "./printed-segments.ts";

test("a practice capture holds every connection once a round, all of them whole", async () => {
  const captures = await Promise.all(PRACTICE.map(captureOf));
  const opened = await unportedAnalyser().open(
    { kind: "file", file: new File([practiceCapture(captures, 3)], "practice.pcap") },
    () => {},
  );
  const once = await Promise.all(
    captures.map((capture) =>
      unportedAnalyser().open({ kind: "file", file: new File([capture], "one.pcap") }, () => {}),
    ),
  );
  const sum = once.reduce((total, one) => total + (one?.ok ? one.capture.connections.length : 0), 0);
  expect(opened).toMatchObject({
    ok: true,
    capture: { warnings: [], connections: { length: 3 * sum } },
  });
  const counts = EXAMPLES.filter(({ name }) => PRACTICE.includes(name)).map(({ segments }) => segments);
  expect(opened?.ok && opened.capture.segments).toBe(3 * counts.reduce((total, count) => total + count, 0));
});

test("a practice text holds what the captures hold, once a round, and every line of it can be read", async () => {
  const captures = await Promise.all(PRACTICE.map(captureOf));
  const source = { kind: "file", file: new File([practiceCapture(captures, 1)], "once.pcap") } as const;
  const once = await readSource(source, sourceOctets(source), new AbortController().signal, () => {});
  if (!once.ok) throw new Error("the captures cannot be read");
  const { table, report } = readText(practiceText(once.value, 8));
  expect(report.warnings).toEqual([]);
  expect(table.length).toBe(8 * once.value.capture.table.length);
  const connections = new ConnectionGrouping(table).finish();
  expect(connections.length).toBe(8 * once.value.connections.length);
  const addresses = connections.list().map(({ client }) => client.address);
  expect(new Set(addresses.map((address) => address.includes(":")))).toEqual(new Set([true, false]));
});

test("practising is over when something is opened, and leaves nothing open", async () => {
  const captures = await Promise.all(PRACTICE.map(captureOf));
  const analyser = unportedAnalyser();
  analyser.practise(captures);
  expect(await analyser.ask("analyse", 0)).toBe(null);
  const opened = await analyser.open(
    { kind: "file", file: new File(captures.slice(0, 1), "a.pcap") },
    () => {},
  );
  expect(opened).toMatchObject({ ok: true, capture: { name: "a.pcap", segments: 11 } });
});
