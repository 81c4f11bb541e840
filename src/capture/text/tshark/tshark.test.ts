import { describe, expect, test } from "vitest";
import { Mark } from "../../../segments/segment-table.ts";
import { describeRows, readOctets, refusalOf } from "../../../testing/read-octets.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Layers of a SYN as tshark 4.0 prints them, without those that tell nothing of it. */
function packet(number: number, tcp: Record<string, unknown>, more: Record<string, unknown> = {}): string {
  return JSON.stringify(
    {
      _index: "packets-2026-11-21",
      _type: "doc",
      _score: null,
      _source: {
        layers: {
          frame: {
            "frame.time_epoch": `1795230483.25837500${number}`,
            "frame.number": `${number}`,
            "frame.protocols": "eth:ethertype:ip:tcp",
          },
          eth: { "eth.type": "0x0800" },
          ip: {
            "ip.id": "0x41fc",
            "ip.ttl": "64",
            "ip.proto": "6",
            "ip.src": "10.77.21.1",
            "ip.dst": "10.77.21.2",
          },
          tcp,
          ...more,
        },
      },
    },
    null,
    2,
  );
}

const SYN = {
  "tcp.srcport": "40210",
  "tcp.dstport": "8080",
  "tcp.len": "0",
  "tcp.seq": "0",
  "tcp.seq_raw": "1295113674",
  "tcp.ack": "0",
  "tcp.ack_raw": "0",
  "tcp.flags": "0x0002",
  "tcp.flags_tree": { "tcp.flags.syn": "1" },
  "tcp.window_size_value": "64240",
  "tcp.window_size": "64240",
  "tcp.urgent_pointer": "0",
  "tcp.options": "02:04:05:b4:04:02",
};

const SYN_ROW =
  "#1 | 1795230483258375001 | 10.77.21.1 40210 > 10.77.21.2 8080 | SYN | " +
  "seq 1295113674 ack 0 win 64240 | len 0 urg 0 | id 16892 ttl 64 marks 1024 | options 2 4 5 180 4 2";

async function rowsOf(text: string, slice?: number): Promise<string[]> {
  return describeRows((await readOctets(encode(text), slice)).table);
}

describe("tshark -T json", () => {
  test("gives the numbers of the wire, the times, the options and the numbers of the records", async () => {
    const text = `[\n${packet(1, SYN)}\n]\n`;
    for (const slice of [1000, 70_000]) expect(await rowsOf(text, slice)).toEqual([SYN_ROW]);
    expect(await rowsOf(`Running as user "root". This could be dangerous.\n${text}`)).toEqual([SYN_ROW]);
  });

  test("passes over strings with brackets, quotes and line feeds", async () => {
    const odd = packet(1, { ...SYN, _ws: 'a "}" and \\ and { here' });
    expect(await rowsOf(`[${odd},${packet(2, SYN)}]`)).toHaveLength(2);
  });

  test("of layers that occur twice, the innermost counts", async () => {
    const text = `[${packet(1, SYN).replace('"ip": {', '"ip": {"ip.src": "192.0.2.1", "ip.dst": "192.0.2.2"}, "ip": {')}]`;
    expect(await rowsOf(text)).toEqual([SYN_ROW]);
  });

  test("relative numbers are marked so where no others are printed", async () => {
    const { "tcp.seq_raw": _, "tcp.ack_raw": __, ...relative } = SYN;
    const { table } = await readOctets(encode(`[${packet(1, relative)}]`));
    expect((table.marks[0] ?? 0) & Mark.SequenceRelative).not.toBe(0);
    const absolute = { ...relative, "tcp.seq": "1295113674" };
    const other = await readOctets(encode(`[${packet(1, absolute)}]`));
    expect((other.table.marks[0] ?? 0) & Mark.SequenceRelative).toBe(0);
  });

  test("packets without TCP are counted, and damage is told with its line", async () => {
    const cut = packet(3, SYN).slice(0, 200);
    const udp = packet(2, {}).replace("ip:tcp", "ip:udp");
    const { table, report } = await readOctets(encode(`[${packet(1, SYN)},\n${udp},\n${cut}`));
    expect(table.length).toBe(1);
    expect([...report.skipped]).toEqual([["udp", 1]]);
    expect(report.warnings.map(({ reason }) => reason.code)).toEqual(["not-understood"]);
    expect(await refusalOf(encode(`[${udp}]`))).toMatchObject({ kind: "text-no-tcp" });
  });

  test("an ICMP error is noted with the segment that it quotes", async () => {
    const quoted = { ip: { "ip.src": "10.77.21.1", "ip.dst": "10.77.21.2" }, tcp: SYN };
    const error = packet(2, {}, { icmp: { "icmp.type": "3", "icmp.code": "3", ...quoted } }).replace(
      '"10.77.21.1"',
      '"10.77.21.9"',
    );
    const { table } = await readOctets(encode(`[${packet(1, SYN)},${error.replace('"tcp": {},', "")}]`));
    expect(table.icmpErrors).toMatchObject([
      { frame: 2, type: 3, code: 3, reporter: "10.77.21.9", sequenceNumber: 1295113674 },
    ]);
  });
});

describe("tshark -T fields -E header=y", () => {
  const NAMES =
    "frame.number frame.time_epoch frame.protocols ip.src ip.dst ipv6.src ipv6.dst tcp.srcport tcp.dstport tcp.flags " +
    "tcp.seq_raw tcp.ack_raw tcp.len tcp.window_size_value tcp.options tcp.urgent_pointer ip.id ip.ttl icmp.type icmp.code";
  const ROW =
    "1 1795230483.258375001 eth:ip:tcp 10.77.21.1 10.77.21.2 _ _ 40210 8080 0x0002 1295113674 0 0 64240 020405b40402 0 0x41fc 64 _ _";
  const joined = (separator: string, ...lines: readonly string[]): string =>
    lines
      .map(
        (line) =>
          `${line
            .split(" ")
            .join(separator)
            .replaceAll("_" + separator, separator)
            .replace(/_$/u, "")}\n`,
      )
      .join("");
  const text = (separator: string, ...rows: readonly string[]): string =>
    NAMES.split(" ").join(separator) + "\n" + joined(separator, ...rows);

  test.each([["\t"], [","], [";"], ["|"]])("separated by %j", async (separator) => {
    expect(await rowsOf(text(separator, ROW))).toEqual([SYN_ROW]);
  });

  test("between quotes, with a mark of the byte order", async () => {
    const quoted = text("\t", ROW).replaceAll(/[^\t\n]+/gu, '"$&"');
    expect(await rowsOf(`\ufeff${quoted}`)).toEqual([SYN_ROW]);
  });

  test("of a tunnel, the innermost addresses count; an ICMP error is no segment", async () => {
    const inner = ROW.replace(" 10.77.21.1 10.77.21.2 ", " 192.0.2.1,10.77.21.1 192.0.2.2,10.77.21.2 ");
    expect(await rowsOf(text("\t", inner))).toEqual([SYN_ROW]);
    const error = inner
      .replace("eth:ip:tcp", "eth:ip:icmp:ip:tcp")
      .replace(/^1 /u, "2 ")
      .replace("_ _", "_ _")
      .replace(/_ _$/u, "3 1");
    const { table } = await readOctets(encode(text("\t", ROW, error)));
    expect(table.length).toBe(1);
    expect(table.icmpErrors).toMatchObject([{ frame: 2, type: 3, code: 1, reporter: "192.0.2.1" }]);
  });

  test("without a header, or without what a segment needs, is refused by name", async () => {
    expect(await refusalOf(encode("10.77.21.1\t40210\t10.77.21.2\t8080\t0x0002\n"))).toMatchObject({
      kind: "text-tshark-fields",
    });
    expect(await refusalOf(encode("ip.src\ttcp.srcport\tip.dst\ttcp.dstport\ttcp.len\n"))).toMatchObject({
      kind: "text-tshark-fields",
    });
  });
});
