// The goals of Synfin (docs/performance.md), each with the figure of a finished run.

/** @typedef {{name: string, unit: string, limit: number, isLeast?: boolean, figure: number | undefined}} Goal */

/** @returns {Goal[]} goals without a figure were not measured in this run */
export function goals({ openings, start, interactions, links, sizes, text, huge, merging = [], laboratory }) {
  const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
  const of = (preset) => openings[preset] ?? {};
  const peer = (preset, name) => of(preset).peers?.[name];
  const opened = (preset) => of(preset).listComplete;
  const atMost = (name, unit, limit, figure) => ({ name, unit, limit, figure });
  const atLeast = (name, unit, limit, figure) => ({ name, unit, limit, figure, isLeast: true });
  const mega = (octets) => (octets === undefined || octets === null ? undefined : octets / 1e6);
  return [
    atLeast(
      "short: faster than tshark conv,tcp",
      "×",
      12,
      ratio(peer("short", "tshark conv,tcp"), opened("short")),
    ),
    atLeast("short: faster than tcptrace", "×", 4, ratio(peer("short", "tcptrace -n"), opened("short"))),
    atMost("short: over reading only", "×", 3, ratio(opened("short"), of("short").reading)),
    atLeast(
      "short20k: faster than tshark conv,tcp",
      "×",
      8,
      ratio(peer("short20k", "tshark conv,tcp"), opened("short20k")),
    ),
    atLeast(
      "short20k: faster than Wiregasm's load",
      "×",
      25,
      ratio(of("short20k").wiregasm, opened("short20k")),
    ),
    atMost("bulk: over reading only", "×", 1.2, ratio(opened("bulk"), of("bulk").reading)),
    atLeast(
      "bulk: faster than tshark conv,tcp",
      "×",
      7,
      ratio(peer("bulk", "tshark conv,tcp"), opened("bulk")),
    ),
    atLeast(
      "flood: faster than tshark conv,tcp",
      "×",
      12,
      ratio(peer("flood", "tshark conv,tcp"), opened("flood")),
    ),
    atMost(
      "flood: time a SYN at 1 M over at 100 k",
      "×",
      1.5,
      ratio(opened("flood"), scaled(opened("flood100k"), 10)),
    ),
    atMost("short: memory over the empty page", "MB", 200, mega(of("short").memory)),
    atMost("flood: memory over the empty page", "MB", 250, mega(of("flood").memory)),
    atMost("bulk: memory over the empty page", "MB", 100, mega(of("bulk").memory)),
    atMost("5 GB: memory over the empty page", "MB", 300, mega(huge?.memory)),
    ...["short20k", "short", "flood", "bulk"].flatMap((preset) => [
      atMost(`${preset}: first rows of the list`, "ms", 300, of(preset).firstRows),
      atMost(`${preset}: longest task of the page`, "ms", 50, of(preset).longestTask),
      atMost(`${preset}: frame while loading, p95`, "ms", 25, of(preset).frame?.p95),
    ]),
    atLeast("tcpdump text, to the complete list", "lines/s", 500_000, text?.linesASecond),
    atMost("class: choice to painted diagram", "ms", 120, of("class").painted),
    atMost("another connection: key to painted frame", "ms", 33, interactions.selection?.median),
    atMost("10,000 segments: script of a step, p95", "ms", 5, interactions.step10k?.p95),
    atMost("10,000 segments: script of a hover, p95", "ms", 16, interactions.hover10k?.p95),
    atMost("10,000 segments: script of a scrolled frame, p95", "ms", 16, interactions.scroll10k?.script.p95),
    atMost("100,000 segments: scrolled frame, p95", "ms", 33, interactions.scroll100k?.frame.p95),
    atMost("1,000,000 segments: scrolled frame, p95", "ms", 33, interactions.scroll1m?.frame.p95),
    atMost(
      "1,000,000 connections: scrolled frame of the list, p95",
      "ms",
      25,
      interactions.list1m?.frame.p95,
    ),
    ...merging.flatMap(({ preset, segments, milliseconds, octets }) => [
      atMost(
        `${preset}: two captures paired, for 2 × 1 M segments`,
        "ms",
        2000,
        (milliseconds * 2e6) / segments,
      ),
      atMost(`${preset}: two captures paired, a segment`, "octets", 24, octets),
    ]),
    atMost("laboratory: a run of 2,000 segments", "ms", 20, laboratory?.milliseconds),
    atMost("first paint, empty cache", "ms", 300, start?.firstPaint),
    ...sizes.map(({ name, limit, size }) => atMost(name, "KiB gz", limit, size)),
    atMost("link of 10 to 12 segments, median", "characters", 180, links?.short?.median),
    atMost("link of 10 to 12 segments, longest", "characters", 230, links?.short?.longest),
    atMost("link of 95 to 110 segments, median", "characters", 620, links?.long?.median),
    atMost("link of 95 to 110 segments, longest", "characters", 1000, links?.long?.longest),
    atMost("link, to JSON arrays and deflate, median", "×", 0.6, links?.short?.share),
  ];
}

export function isMet({ figure, limit, isLeast }) {
  return isLeast ? figure >= limit : figure <= limit;
}

function scaled(value, factor) {
  return value === undefined ? undefined : value * factor;
}
