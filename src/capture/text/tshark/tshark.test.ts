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

/** A line of values below a line of names, as `tshark -T fields -E header=y` prints them; an empty value is `_`. */
async function fieldsOf(names: string, ...rows: readonly string[]): ReturnType<typeof readOctets> {
  const lines = [names, ...rows.map((row) => row.replaceAll("_", ""))];
  return readOctets(encode(lines.map((line) => `${line.split(" ").join("\t")}\n`).join("")));
}

describe("fields that a person chose", () => {
  const ENDS = "ip.src ip.dst tcp.srcport tcp.dstport";
  const PAIR = "10.0.0.1 10.0.0.2 40210 80";

  test("what was not printed is not known: length, window, acknowledgment", async () => {
    const { table } = await fieldsOf(`${ENDS} tcp.flags tcp.seq_raw`, `${PAIR} 0x0010 5`);
    const unknown = Mark.LengthUnknown | Mark.WindowUnknown | Mark.AcknowledgmentUnknown;
    expect((table.marks[0] ?? 0) & unknown).toBe(unknown);
  });

  test("the scaled window alone is a window that was scaled already", async () => {
    const names = `${ENDS} tcp.flags tcp.seq_raw tcp.ack_raw tcp.len tcp.window_size`;
    const { table } = await fieldsOf(names, `${PAIR} 0x0010 5 6 0 65536`);
    expect([table.window[0], (table.marks[0] ?? 0) & Mark.WindowScaled]).toEqual([65536, Mark.WindowScaled]);
  });

  test.each([
    ["True _ _", 0x01],
    ["_ 1 1", 0x12],
    ["False Set 0", 0x02],
  ])("flags one by one: %s", async (values, flags) => {
    const names = `${ENDS} tcp.flags.fin tcp.flags.syn tcp.flags.ack tcp.seq_raw`;
    const { table } = await fieldsOf(names, `${PAIR} ${values} 5`);
    expect(table.flags[0]).toBe(flags);
  });

  test.each([
    ["without an address", "_ 10.0.0.2 40210 80 0x0010 5"],
    ["with a name for an address", "client 10.0.0.2 40210 80 0x0010 5"],
    ["without a port", "10.0.0.1 10.0.0.2 _ 80 0x0010 5"],
    ["without flags", "10.0.0.1 10.0.0.2 40210 80 _ 5"],
    ["without a number", "10.0.0.1 10.0.0.2 40210 80 0x0010 _"],
    ["with a number that is none", "10.0.0.1 10.0.0.2 40210 80 0x0010 five"],
  ])("a packet %s is no segment", async (_, row) => {
    const whole = `${PAIR} 0x0002 4`;
    const { table, report } = await fieldsOf(`${ENDS} tcp.flags tcp.seq_raw`, whole, row);
    expect([table.length, report.records, [...report.skipped]]).toEqual([1, 2, [["other-protocol", 1]]]);
  });

  test("times before the zero, without a fraction, in microseconds and in nanoseconds", async () => {
    const names = `frame.time_relative ${ENDS} tcp.flags tcp.seq_raw`;
    const row = `${PAIR} 0x0010 5`;
    const { table } = await fieldsOf(names, `-0.5 ${row}`, `2 ${row}`, `2.000001 ${row}`);
    expect([table.timeBase.kind, table.timeBase.resolution]).toEqual(["relative", 1000]);
    expect([...table.time.subarray(0, 3)].map((time) => time - (table.time[0] ?? 0))).toEqual([
      0, 2.5e9, 2.500001e9,
    ]);
    const fine = await fieldsOf(names, `0.000000001 ${row}`);
    expect(fine.table.timeBase.resolution).toBe(1);
  });

  test("options that are no octets are none", async () => {
    const { table } = await fieldsOf(`${ENDS} tcp.flags tcp.seq_raw tcp.options`, `${PAIR} 0x0002 5 020`);
    expect(table.optionsLength[0]).toBe(0);
  });

  test("a tunnel of IPv6 within IPv4, and of IPv4 within IPv6: the inner addresses count", async () => {
    const names =
      "frame.protocols ipv6.src ipv6.dst ip.ttl ipv6.hlim ip.src ip.dst tcp.srcport tcp.dstport tcp.flags tcp.seq_raw";
    const row = "2001:db8::1 2001:db8::2 _ 61 192.0.2.1 192.0.2.2 40210 80 0x0002 5";
    const { table } = await fieldsOf(
      names,
      `eth:ip:ipv6:tcp ${row}`,
      `eth:ipv6:ip:tcp ${row}`,
      row.replace(/^/u, "_ "),
    );
    expect(describeRows(table).map((line) => line.split(" | ")[2])).toEqual([
      "2001:db8::1 40210 > 2001:db8::2 80",
      "192.0.2.1 40210 > 192.0.2.2 80",
      "192.0.2.1 40210 > 192.0.2.2 80",
    ]);
    expect(table.ttl[0]).toBe(61);
  });

  test("numbers of many segments without a SYN are relative, unless one is too large for that", async () => {
    const names = `${ENDS} tcp.flags tcp.seq tcp.ack tcp.len`;
    const small = Array.from({ length: 2100 }, (_, at) => `${PAIR} 0x0010 ${at} 1 0`);
    const isRelative = async (rows: readonly string[]): Promise<boolean[]> => {
      const { table } = await fieldsOf(names, ...rows);
      return [0, rows.length - 1].map((row) => ((table.marks[row] ?? 0) & Mark.SequenceRelative) !== 0);
    };
    expect(await isRelative(small)).toEqual([true, true]);
    expect(await isRelative([...small.slice(0, 5), `${PAIR} 0x0010 3000000000 1 0`])).toEqual([false, false]);
  });

  test.each([
    ["an unreachable host", "1 0", 1],
    ["an echo", "128 0", 0],
    ["an error without a code", "1 _", 0],
  ])("ICMPv6: %s", async (_, values, count) => {
    const names =
      "frame.protocols ipv6.src ipv6.dst tcp.srcport tcp.dstport tcp.flags tcp.seq_raw icmpv6.type icmpv6.code";
    const pair = "2001:db8::1 2001:db8::2 40210 80 0x0002 5";
    const error = `eth:ipv6:icmpv6:ipv6:tcp 2001:db8::9,2001:db8::1 2001:db8::1,2001:db8::2 40210 80 0x0002 5 ${values}`;
    const { table } = await fieldsOf(names, `eth:ipv6:tcp ${pair} _ _`, error);
    expect(table.icmpErrors).toHaveLength(count);
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
