import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import {
  big16,
  ethernetFrame,
  ipv4Datagram,
  octets,
  PcapngBlocks,
  pcapFile,
  pcapngFile,
  snoopFile,
  tcpSegment,
  type TestRecord,
  udpDatagram,
} from "../../testing/capture-bytes.ts";
import { unportedAnalyser } from "../../testing/ported-analyser.ts";
import { describeRows, readOctets } from "../../testing/read-octets.ts";
import type { Analyser } from "../analyser.ts";
import type { FollowedPart, OctetsObstacle, PacketFile, PacketsWish, SegmentOctets } from "../questions.ts";

const PUSH = 0x18;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Connections that take turns, a record each: a SYN of the client, then its data, 100 octets a segment. */
function records(connections: number, rounds: number): TestRecord[] {
  const frames: TestRecord[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let connection = 0; connection < connections; connection++) {
      const payload = round === 0 ? [] : encode(`c${connection} r${round}`.padEnd(100, "."));
      const header = tcpSegment({
        seq: round === 0 ? 999 : 1000 + (round - 1) * 100,
        flags: round === 0 ? 0x02 : PUSH,
        ack: round === 0 ? 0 : 5000,
        payload,
      });
      header.set(big16(40_000 + connection), 0);
      frames.push({ octets: ethernetFrame(ipv4Datagram(header)), seconds: 1_700_000_000 + round });
    }
  }
  return frames;
}

const MANY = records(3, 400);
const FORMS: readonly (readonly [string, Uint8Array])[] = [
  ["pcap", pcapFile(MANY)],
  ["pcap, nanoseconds, big-endian", pcapFile(MANY, { isBig: true, isNanosecond: true })],
  ["pcap, modified", pcapFile(MANY, { isModified: true })],
  ["pcapng", pcapngFile(MANY)],
  ["pcapng, big-endian", pcapngFile(MANY, { isBig: true })],
  ["snoop", snoopFile(MANY)],
];

async function opened(content: Uint8Array, name = "capture"): Promise<Analyser> {
  const analyser = unportedAnalyser();
  const file = new File([Uint8Array.from(content)], name);
  const outcome = await analyser.open({ kind: "file", file }, () => {});
  if (!outcome?.ok) throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return analyser;
}

function without<Answer extends object>(answer: Answer | OctetsObstacle | null): Answer {
  if (answer === null || "obstacle" in answer) throw new Error(`an obstacle: ${JSON.stringify(answer)}`);
  return answer;
}

async function segment(analyser: Analyser, connection: number, position: number): Promise<SegmentOctets> {
  return without(await analyser.ask("segmentOctets", connection, position));
}

async function follow(analyser: Analyser, from = 0): Promise<FollowedPart> {
  return without(await analyser.ask("follow", 0, "client", from));
}

async function packets(analyser: Analyser, chosen: number[], wish: PacketsWish): Promise<PacketFile> {
  return without(await analyser.ask("packets", Uint32Array.from(chosen), wish));
}

async function octetsOf({ file }: PacketFile): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

const WHOLE = { isWhole: true, isAnonymous: false };
const HEADERS = { isWhole: false, isAnonymous: false };

describe.each(FORMS)("of %s", (_, content) => {
  test.each([
    ["plain", content],
    ["gzip", gzipSync(content)],
  ])("the octets of a segment are those of its record, %s", async (__, packed) => {
    const analyser = await opened(packed);
    for (const [connection, position] of [
      [0, 1],
      [1, 87],
      [2, 300],
      [2, 400],
    ] as const) {
      const found = await segment(analyser, connection, position);
      const record = present(MANY[(position - 1) * 3 + connection], "the record");
      expect(found.octets).toEqual(record.octets);
      expect(found.layers).toEqual([
        { name: "Ethernet", at: 0 },
        { name: "IPv4", at: 14 },
        { name: "TCP", at: 34 },
      ]);
      expect(found).toMatchObject({
        payloadAt: 54,
        payloadLength: position === 1 ? 0 : 100,
        payloadCaptured: position === 1 ? 0 : 100,
        frame: (position - 1) * 3 + connection + 1,
      });
    }
  });

  test("a direction is followed in order, once", async () => {
    const analyser = await opened(content);
    const part = await follow(analyser);
    const sent = Array.from({ length: 399 }, (__, round) => `c0 r${round + 1}`.padEnd(100, "."));
    expect(new TextDecoder().decode(part.octets)).toBe(sent.join(""));
    expect(part).toMatchObject({ until: 39_900, total: 39_900 });
    expect(part.pieces.every(({ gap }) => gap === null)).toBe(true);
  });

  test("the packets of all connections are the file itself; of one, its records", async () => {
    const analyser = await opened(gzipSync(content));
    const all = await packets(analyser, [0, 1, 2], WHOLE);
    expect(await octetsOf(all)).toEqual(content);
    expect(all.packets).toBe(MANY.length);
    const one = await octetsOf(await packets(analyser, [1], WHOLE));
    const rows = describeRows((await readOctets(content)).table).filter((row) => row.includes(" 40001 "));
    expect(describeRows((await readOctets(one)).table).map(withoutFrame)).toEqual(rows.map(withoutFrame));
  });

  test("headers alone tell the same, without the data", async () => {
    const analyser = await opened(content);
    const file = await octetsOf(await packets(analyser, [0, 2], HEADERS));
    expect(new TextDecoder("latin1").decode(file)).not.toMatch(/c[02] r/u);
    const rows = describeRows((await readOctets(content)).table).filter((row) => !row.includes(" 40001 "));
    expect(describeRows((await readOctets(file)).table).map(withoutFrame)).toEqual(rows.map(withoutFrame));
  });
});

function withoutFrame(row: string): string {
  return row.replace(/^#\d+ /u, "");
}

test("with other addresses, the same segments without a trace of the old ones", async () => {
  const analyser = await opened(pcapFile(MANY));
  for (const isWhole of [true, false]) {
    const file = await packets(analyser, [0, 1], { isWhole, isAnonymous: true });
    const read = await readOctets(await octetsOf(file));
    expect(file.packets).toBe(800);
    expect(read.table.flows.a(0).address).toMatch(/^198\.18\.0\.[12]$/u);
    const rows = describeRows((await readOctets(pcapFile(MANY))).table).filter(
      (row) => !row.includes(" 40002 "),
    );
    const told = (row: string): string => withoutFrame(row).replaceAll(/\d+\.\d+\.\d+\.\d+/gu, "x");
    expect(describeRows(read.table).map(told)).toEqual(rows.map(told));
    expect(new TextDecoder("latin1").decode(await octetsOf(file)).includes("c0 r7")).toBe(isWhole);
  }
});

test("gaps and what was not captured are marked, and copies count once", async () => {
  const frame = (seq: number, text: string, flags = PUSH): Uint8Array =>
    ethernetFrame(ipv4Datagram(tcpSegment({ seq, flags, ack: 1, payload: encode(text) })));
  const analyser = await opened(
    pcapFile([
      { octets: frame(1000, "", 0x02) },
      { octets: frame(1004, "defg") },
      { octets: frame(1006, "FGhi") },
      { octets: frame(1015, "opqrst"), captured: 54 + 2 },
    ]),
  );
  const part = await follow(analyser);
  expect(new TextDecoder().decode(part.octets)).toBe("defghiop");
  expect(part.pieces).toEqual([
    { length: 3, gap: "missing" },
    { length: 4, gap: null },
    { length: 2, gap: null },
    { length: 5, gap: "missing" },
    { length: 2, gap: null },
    { length: 4, gap: "cut" },
  ]);
});

test("a datagram out of fragments is put together again, and exported with all of them", async () => {
  const segmentOctets = tcpSegment({ flags: PUSH, ack: 1, payload: encode("in two fragments") });
  const fragments = [
    ipv4Datagram(segmentOctets.subarray(0, 24), { id: 9, fragment: 0x2000 }),
    ipv4Datagram(segmentOctets.subarray(24), { id: 9, fragment: 3 }),
  ].map((datagram) => ({ octets: ethernetFrame(datagram) }));
  const between = records(1, 600);
  const file = pcapFile([...fragments.slice(0, 1), ...between, ...fragments.slice(1)]);
  const analyser = await opened(file);
  const { table } = await readOctets(file);
  expect(table.length).toBe(601);
  const found = await segment(analyser, 0, 601);
  expect(found).toMatchObject({ isReassembled: true, payloadLength: 16, payloadCaptured: 16 });
  expect(found.octets).toEqual(segmentOctets);
  expect(await octetsOf(await packets(analyser, [0], WHOLE))).toEqual(file);
});

test("in several sections, a record is read with the interfaces of its own", async () => {
  const little = new PcapngBlocks();
  const big = new PcapngBlocks(true);
  const raw = (seq: number): TestRecord => ({
    octets: ipv4Datagram(tcpSegment({ seq, flags: PUSH, ack: 1 })),
  });
  const first = Array.from({ length: 300 }, (_, i) => little.enhancedPacket(raw(i), 5n));
  const second = Array.from({ length: 300 }, (_, i) => big.enhancedPacket(raw(1000 + i), 5n, 1));
  const section = octets(little.section(), little.interface(101), ...first);
  const file = octets(section, big.section(), big.interface(1), big.interface(101), ...second);
  const analyser = await opened(file);
  expect((await segment(analyser, 0, 5)).octets).toEqual(raw(4).octets);
  expect((await segment(analyser, 0, 600)).octets).toEqual(raw(1299).octets);
});

describe("obstacles", () => {
  test("text has no octets", async () => {
    const analyser = unportedAnalyser();
    const text = "12:00:00.000000 IP 10.0.0.1.1 > 10.0.0.2.80: Flags [S], seq 1, win 64240, length 0\n";
    await analyser.open({ kind: "text", name: "pasted", text }, () => {});
    expect(await analyser.ask("segmentOctets", 0, 1)).toEqual({ obstacle: "not-a-file" });
  });

  test("a file that holds something else by now says so", async () => {
    const content = Uint8Array.from(pcapFile(MANY));
    const file = new File([content], "a.pcap");
    const other = new File([pcapFile(MANY.toReversed()).slice()], "a.pcap");
    let isChanged = false;
    const changing = new Proxy(file, {
      get: (target, key) => {
        const of = isChanged ? other : target;
        const value: unknown = Reflect.get(of, key, of);
        return typeof value === "function" ? (value.bind(of) as unknown) : value;
      },
    });
    const analyser = unportedAnalyser();
    await analyser.open({ kind: "file", file: changing }, () => {});
    isChanged = true;
    expect(await analyser.ask("segmentOctets", 0, 3)).toEqual({ obstacle: "changed" });
  });

  test("reading that is given up says so, and the next question is answered", async () => {
    const analyser = await opened(gzipSync(pcapFile(MANY)));
    const asked = analyser.ask("segmentOctets", 0, 400);
    await analyser.ask("octetsRead", true);
    expect(await asked).toEqual({ obstacle: "stopped" });
    expect((await segment(analyser, 0, 2)).frame).toBe(4);
  });
});

describe("names", () => {
  const label = (name: string): Uint8Array =>
    octets(...name.split(".").flatMap((part) => [part.length, encode(part)]), 0);
  const dns = octets(
    big16(7),
    big16(0x8180),
    big16(1),
    big16(2),
    big16(0),
    big16(0),
    label("shop.example"),
    big16(1),
    big16(1),
    0xc0,
    12,
    big16(5),
    big16(1),
    [0, 0, 0, 60],
    big16(4),
    [1, 0x61, 0xc0, 12],
    0xc0,
    12,
    big16(1),
    big16(1),
    [0, 0, 0, 60],
    big16(4),
    [192, 0, 2, 2],
  );
  const http = encode("GET /cart?id=7 HTTP/1.1\r\nUser-Agent: x\r\nHost: shop.example\r\n\r\n");
  const answered = encode("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  const frameOf = (payload: Uint8Array, from: "client" | "server" = "client"): TestRecord => ({
    octets: ethernetFrame(ipv4Datagram(tcpSegment({ from, flags: PUSH, ack: 1, payload }), { from })),
  });
  const answer: TestRecord = {
    octets: ethernetFrame(ipv4Datagram(udpDatagram(dns, 50_000, 53), { protocol: 17 })),
  };

  async function namesIn(file: Uint8Array): Promise<readonly string[]> {
    const analyser = await opened(file);
    const names = present(await analyser.ask("names"), "names");
    return [...names.nameOf].map((index) => names.names[index - 1] ?? "");
  }

  test("of HTTP: host, request line and status", async () => {
    expect(await namesIn(pcapFile([frameOf(http), frameOf(answered, "server")]))).toEqual([
      "shop.example GET /cart?id=7 HTTP/1.1 · HTTP/1.1 502 Bad Gateway",
    ]);
  });

  test("of TLS: server name and protocols", async () => {
    const alpn = octets(big16(16), big16(14), big16(12), 2, encode("h2"), 8, encode("http/1.1"));
    const sni = octets(big16(0), big16(17), big16(15), 0, big16(12), encode("shop.example"));
    const extensions = octets(sni, alpn);
    const body = octets(
      [3, 3],
      new Uint8Array(32),
      0,
      big16(2),
      [0x13, 1],
      1,
      0,
      big16(extensions.length),
      extensions,
    );
    const hello = octets(22, [3, 1], big16(body.length + 4), 1, 0, big16(body.length), body);
    expect(await namesIn(pcapFile([frameOf(hello)]))).toEqual(["TLS shop.example h2,http/1.1"]);
    for (let length = 1; length < hello.length; length += 9) {
      await expect(namesIn(pcapFile([frameOf(hello.subarray(0, length))]))).resolves.toHaveLength(1);
    }
  });

  test("of DNS answers in the same capture, through an alias", async () => {
    expect(await namesIn(pcapFile([answer, frameOf(encode("data"))]))).toEqual(["shop.example"]);
  });

  test("of comments that capturing programs write", async () => {
    const comment = "PID: 4711\nCmd: /usr/bin/curl\nPodName: cart-7";
    expect(await namesIn(pcapngFile([{ ...frameOf(encode("x")), comment }]))).toEqual([
      "/usr/bin/curl cart-7",
    ]);
  });

  test("of the process that pktap tells", async () => {
    const header = new Uint8Array(108);
    const view = new DataView(header.buffer);
    view.setUint32(0, 108, true);
    view.setUint32(4, 1, true);
    view.setUint32(8, 1, true);
    view.setUint32(52, 4711, true);
    header.set(encode("curl"), 56);
    const record = { octets: octets(header, frameOf(encode("x")).octets) };
    expect(await namesIn(pcapFile([record], { linkType: 258 }))).toEqual(["curl[4711]"]);
  });

  test("only the first data of an end is looked at, and again after a SYN", async () => {
    const syn: TestRecord = { octets: ethernetFrame(ipv4Datagram(tcpSegment({ seq: 77_777_777 }))) };
    expect(await namesIn(pcapFile([frameOf(encode("hello")), frameOf(http)]))).toEqual([""]);
    expect(await namesIn(pcapFile([frameOf(encode("hello")), syn, frameOf(http)]))).toContainEqual(
      expect.stringContaining("shop.example"),
    );
  });
});
