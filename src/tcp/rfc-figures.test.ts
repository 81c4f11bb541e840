import { describe, expect, it } from "vitest";
import { analyseTable } from "../testing/analyse-table.ts";
import { readText } from "../testing/printed-segments.ts";
import { formatAnnotation } from "./annotation.ts";
import { endStatesAt } from "./states.ts";

const A = "10.0.0.1.40000 > 10.0.0.2.80";
const B = "10.0.0.2.80 > 10.0.0.1.40000";

/** One line of a figure of RFC 9293: who, control bits, SEQ, ACK, octets of data. */
type FigureLine = readonly ["A" | "B", flags: string, seq: number, ack?: number, length?: number];

/** The figure as `tcpdump -S -vv` would print it. */
function printFigure(lines: readonly FigureLine[]): string {
  return lines
    .map(([from, flags, seq, ack, length = 0], index) => {
      const numbers = length > 0 ? `seq ${seq}:${seq + length}` : `seq ${seq}`;
      const acknowledgment = ack === undefined ? "" : `, ack ${ack}`;
      const time = `00:00:0${index}.000000`;
      return `${time} IP ${from === "A" ? A : B}: Flags [${flags}], ${numbers}${acknowledgment}, win 1000, length ${length}`;
    })
    .join("\n");
}

/** `client/server` after each segment, then its annotations; a second connection with `2:` before it. */
function story(lines: readonly FigureLine[]): string[] {
  const { table } = readText(printFigure(lines));
  const told: string[] = [];
  for (const analysis of analyseTable(table)) {
    const { connection, annotations } = analysis;
    for (const [index, row] of connection.rows.entries()) {
      const { client, server } = endStatesAt(analysis, index + 1);
      const notes = annotations.filter(({ position }) => position === index + 1).map(formatAnnotation);
      const prefix = connection.id === 0 ? "" : `${connection.id + 1}:`;
      told[row] = [`${prefix}${client.state ?? "?"}/${server.state ?? "?"}`, ...notes].join(" ");
    }
  }
  return told;
}

describe("the figures of RFC 9293 section 3.5 and 3.6", () => {
  it("6: basic three-way handshake", () => {
    expect(
      story([
        ["A", "S", 100],
        ["B", "S.", 300, 101],
        ["A", ".", 101, 301],
        ["A", "P.", 101, 301, 5],
      ]),
    ).toEqual([
      "SYN-SENT/SYN-RECEIVED",
      "ESTABLISHED/SYN-RECEIVED",
      "ESTABLISHED/ESTABLISHED",
      "ESTABLISHED/ESTABLISHED",
    ]);
  });

  it("7: simultaneous connection synchronization", () => {
    expect(
      story([
        ["A", "S", 100],
        ["B", "S", 300],
        ["A", "S.", 100, 301],
        ["B", "S.", 300, 101],
      ]),
    ).toEqual([
      "SYN-SENT/CLOSED simultaneous-open",
      "SYN-RECEIVED/SYN-RECEIVED simultaneous-open",
      "SYN-RECEIVED/SYN-RECEIVED simultaneous-open",
      "ESTABLISHED/ESTABLISHED simultaneous-open",
    ]);
  });

  it("8: recovery from an old duplicate SYN", () => {
    expect(
      story([
        ["A", "S", 90],
        ["B", "S.", 300, 91],
        ["A", "R", 91],
        ["A", "S", 100],
        ["B", "S.", 400, 101],
        ["A", ".", 101, 401],
      ]),
    ).toEqual([
      "SYN-SENT/SYN-RECEIVED",
      "SYN-SENT/SYN-RECEIVED rejected",
      "CLOSED/LISTEN rst-reply",
      "2:SYN-SENT/SYN-RECEIVED port-reuse",
      "2:ESTABLISHED/SYN-RECEIVED",
      "2:ESTABLISHED/ESTABLISHED",
    ]);
  });

  it("9: half-open connection discovery", () => {
    // What went before in the figure's story: A and B were ESTABLISHED, then A crashed. Its numbers are raised, or
    // nothing would tell absolute ones from ones that tcpdump counted.
    const before: FigureLine[] = [
      ["A", "S", 1_000_000_089],
      ["B", "S.", 3_000_000_299, 1_000_000_090],
      ["A", "P.", 1_000_000_090, 3_000_000_300, 10],
      ["B", ".", 3_000_000_300, 1_000_000_100],
    ];
    expect(
      story([
        ...before,
        ["A", "S", 1_500_000_400],
        ["B", ".", 3_000_000_300, 1_000_000_100],
        ["A", "R", 1_000_000_100],
        ["A", "S", 1_500_000_400],
      ]).slice(4),
    ).toEqual([
      "2:SYN-SENT/? port-reuse",
      "CLOSED/ESTABLISHED challenge-ack",
      "CLOSED/CLOSED rst-reply",
      "2:SYN-SENT/? syn-retransmission#1",
    ]);
  });

  it("10: active side causes half-open connection discovery", () => {
    expect(
      story([
        ["B", "P.", 300, 100, 10],
        ["A", "R", 100],
      ]),
    ).toEqual(["ESTABLISHED/ESTABLISHED rejected", "CLOSED/CLOSED rst-reply"]);
  });

  it("11: an old duplicate SYN initiates a reset on two passive sockets", () => {
    expect(
      story([
        ["A", "S", 700],
        ["B", "S.", 300, 701],
        ["A", "R", 701],
      ]),
    ).toEqual(["SYN-SENT/SYN-RECEIVED", "SYN-SENT/SYN-RECEIVED rejected", "CLOSED/LISTEN rst-reply"]);
  });

  it("12: normal close sequence", () => {
    expect(
      story([
        ["A", "F.", 100, 300],
        ["B", ".", 300, 101],
        ["B", "F.", 300, 101],
        ["A", ".", 101, 301],
      ]),
    ).toEqual(["FIN-WAIT-1/CLOSE-WAIT", "FIN-WAIT-2/CLOSE-WAIT", "TIME-WAIT/LAST-ACK", "TIME-WAIT/CLOSED"]);
  });

  it("13: simultaneous close sequence", () => {
    expect(
      story([
        ["A", "F.", 100, 300],
        ["B", "F.", 300, 100],
        ["A", ".", 101, 301],
        ["B", ".", 301, 101],
      ]),
    ).toEqual([
      "FIN-WAIT-1/ESTABLISHED",
      "CLOSING/CLOSING simultaneous-close",
      "CLOSING/TIME-WAIT",
      "TIME-WAIT/TIME-WAIT",
    ]);
  });
});
