import { describe, expect, test } from "vitest";
import { printedSegments, printedTimes, readText } from "../../../testing/printed-segments.ts";

const [CLIENT, SERVER] = ["192.0.2.1", "198.51.100.5"] as const;
const INFOS = [
  "51000 → 443 [SYN] Seq=0 Win=64240 Len=0 MSS=1460 WS=256 SACK_PERM",
  "443 → 51000 [SYN, ACK] Seq=0 Ack=1 Win=65535 Len=0 MSS=1412 WS=256 SACK_PERM",
  "51000 → 443 [ACK] Seq=1 Ack=1 Win=131328 Len=0",
] as const;

/** A handshake as the rows of a packet list, each a value by the name of its column. */
const ROWS: readonly Readonly<Record<string, string>>[] = INFOS.map((info, i) => {
  const isReply = i === 1;
  return {
    "No.": `${i + 1}`,
    Time: `0.0${i}0000`,
    Delta: "0.000100",
    Date: `2024-11-30 08:00:0${i}.123456`,
    Clock: `10:00:0${i}.200000`,
    UTC: `2024-11-30T08:00:0${i}.123456Z`,
    Source: isReply ? SERVER : CLIENT,
    SrcPort: isReply ? "443" : "51000",
    Destination: isReply ? CLIENT : SERVER,
    DstPort: isReply ? "51000" : "443",
    "Src MAC": "02:00:00:00:00:01",
    "Dst MAC": "02:00:00:00:00:02",
    Interface: "eth0",
    Stream: "0",
    Protocol: "TCP",
    Length: "66",
    TTL: "62",
    Flags: "0x012",
    Info: info,
  };
});

const COLUMNS = [
  "No. Time Source Destination Protocol Length Info",
  "No. Time Source SrcPort Destination DstPort Protocol Length TTL Info",
  "No. Time Source Destination Stream Protocol Length Info",
  "No. Time Delta Source Destination Protocol Info",
  "No. Time Src_MAC Dst_MAC Source Destination Protocol Length Info",
  "No. Date Source Destination Protocol Length Flags Info",
  "No. UTC Source Destination Protocol Length Info",
  "No. Clock Delta Source Destination Protocol Length Info",
  "No. Source Destination Protocol Length Time Info",
  "Stream No. Time Interface Source Destination Protocol Info",
  "Time Source Destination Info",
  "No. Time Source Destination Protocol Length Info Stream",
].map((names) => names.split(" ").map((name) => name.replace("_", " ")));

type Change = (row: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
const asIs: Change = (row) => row;

/** One way to write a table: `(row of values) => line`, and a line below the header. */
const TABLES: readonly (readonly [
  name: string,
  write: (values: readonly string[]) => string,
  below?: string,
])[] = [
  ["tabs", (values) => values.join("\t")],
  ["blanks", (values) => values.join("   ")],
  ["one blank", (values) => values.join(" ")],
  ["Markdown", (values) => `| ${values.join(" | ")} |`, "|---|---|---|---|---|---|"],
  [
    "Markdown with emphasis",
    (values) => `|${values.map((value, i) => (i % 2 === 0 ? `**${value}**` : `\`${value}\``)).join("|")}|`,
    "| :--- | ---: | :---: |",
  ],
  ["CSV", (values) => values.map((value) => `"${value}"`).join(",")],
  ["CSV of a spreadsheet", (values) => values.map((value) => `"${value}"`).join(";")],
  ["a page", (values) => `<tr>${values.map((value) => `<td>${value}</td>`).join("")}</tr>`],
];

function listing(
  columns: readonly string[],
  table: (typeof TABLES)[number],
  hasHeader: boolean,
  change: Change,
): string {
  const [, write, below] = table;
  const rows = ROWS.map((row) => write(columns.map((name) => change(row)[name] ?? "")));
  const head = hasHeader ? [write(columns), ...(below === undefined ? [] : [below])] : [];
  return [...head, ...rows].join("\n");
}

/** The segments without their line numbers. */
const segments = (text: string): string[] => printedSegments(text).map((line) => line.replace(/^\d+: /, ""));

const HANDSHAKE = (client: string, server: string): string[] => [
  `${client}.51000 > ${server}.443 SYN +0 - 64240 0`,
  `${server}.443 > ${client}.51000 SYN,ACK +0 +1 65535 0`,
  `${client}.51000 > ${server}.443 ACK +1 +1 131328 0`,
];

describe.each(TABLES.map((table) => [table[0], table] as const))(
  "rows of a packet list: %s",
  (_name, table) => {
    test.each(COLUMNS.map((columns) => [columns.join(" "), columns] as const))("%s", (_, columns) => {
      for (const hasHeader of [true, false]) {
        const text = listing(columns, table, hasHeader, asIs);
        expect(segments(text)).toEqual(HANDSHAKE(CLIENT, SERVER));
        expect(printedTimes(text)).not.toContain(null);
      }
    });
  },
);

/** The same rows with other ends, or another Info column. */
const renamed =
  (client: string, server: string): Change =>
  (row) => {
    const name = (address: string | undefined): string => (address === CLIENT ? client : server);
    return { ...row, Source: name(row["Source"]), Destination: name(row["Destination"]) };
  };

describe("what stands in the columns", () => {
  const [, WITH_PORTS = []] = COLUMNS;
  test.each<[string, string, string]>([
    ["names", "laptop", "web.example.com"],
    ["IPv6", "2001:db8::1", "fe80::10:20:30"],
    ["hidden hosts", "<client>", "<my server>"],
  ])("%s", (_, client, server) => {
    for (const table of TABLES.filter(([name]) => name !== "one blank")) {
      for (const hasHeader of [true, false]) {
        expect(segments(listing(WITH_PORTS, table, hasHeader, renamed(client, server)))).toEqual(
          HANDSHAKE(client, server),
        );
      }
    }
  });

  test("names of ports, the arrow of old versions, and their words for timestamps", () => {
    const text = `  1   0.000000 192.0.2.1 -> 198.51.100.5 TCP 51000 > https [SYN] Seq=0 Win=5840 Len=0 TSV=123 TSER=0
2012-10-03 21:12:37.342230 198.51.100.5 -> 192.0.2.1 TCP https > 51000 [SYN, ACK] Seq=0 Ack=1 Win=16384 Len=0`;
    expect(segments(text)).toEqual([
      "192.0.2.1.51000 > 198.51.100.5.https SYN +0 - 5840 0",
      "198.51.100.5.https > 192.0.2.1.51000 SYN,ACK +0 +1 16384 0",
    ]);
    expect(readText(text).table.optionsLength[0]).toBe(10);
  });

  test("flags without a number, and addresses with their ports", () => {
    expect(
      segments(`1 0.0 192.0.2.1 198.51.100.5 TCP 66 51000 → 443 [SYN]
192.0.2.1:5 → 198.51.100.5:80 [SYN] Seq=0 Win=9 Len=0`),
    ).toEqual([
      "192.0.2.1.51000 > 198.51.100.5.443 SYN ~+0 - ? ?",
      "192.0.2.1.5 > 198.51.100.5.80 SYN +0 - 9 0",
    ]);
  });

  test("a header tells which end is which", () => {
    for (const separator of ["\t", ",", ";", " | "]) {
      const text = ["No.", "Time", "Destination", "Source", "Protocol", "Length", "Info"].join(separator);
      const row = ["1", "0.5", "10.0.0.2", "10.0.0.1", "TCP", "74", "5 → 80 [SYN] Seq=0 Win=9 Len=0"].join(
        separator,
      );
      expect(segments(`${text}\n${row}`)).toEqual(["10.0.0.1.5 > 10.0.0.2.80 SYN +0 - 9 0"]);
    }
  });

  test.each(["\t", "  ", " | "])("an upper protocol hides TCP whatever columns there are", (separator) => {
    const row = [
      "4",
      "0.000530",
      "192.0.2.1",
      "5432",
      "198.51.100.5",
      "80",
      "HTTP",
      "142",
      "62",
      "GET / HTTP/1.1",
    ];
    const { refusal } = readText(row.join(separator));
    expect(refusal?.kind).toBe("text-hidden");
  });

  test("the rule below a header is no packet, and a number with a comma is no column", () => {
    const markdown = TABLES.filter(([, , below]) => below !== undefined);
    for (const table of markdown)
      expect(readText(listing(WITH_PORTS, table, true, asIs)).report.warnings).toEqual([]);
    const row = "1 0,000000 192.0.2.1 198.51.100.5 TCP 74 51000 → 443 [SYN] Seq=0 Win=9 Len=0";
    expect(readText(row).refusal?.kind).toBe("text-unread");
  });

  test.each([
    "Address 192.0.2.1 and 198.51.100.5 use TCP here.",
    "192.0.2.0     192.0.2.1     UG    600",
    "10.0.0.1  10.0.0.2  HTTP is spoken between them",
  ])("no row: %s", (line) => expect(readText(line).refusal?.kind).toBe("text-prose"));
});
