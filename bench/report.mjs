import { isMet } from "./goals.mjs";

/** How long every capture took, in the browser and on the command line, and what that is in ratios. */
export function printOpenings({ commit, date, machine, rounds, openings, start, interactions }, say) {
  say(`\nSynfin ${commit}, ${date.slice(0, 10)}, ${machine}; medians of ${rounds} rounds\n`);
  for (const [preset, one] of Object.entries(openings)) {
    const { segments, connections, bytes, listComplete, reading, memory, inspect, nodeReading } = one;
    say(`${preset}: ${count(connections)} connections, ${count(segments)} segments, ${mega(bytes)} MB`);
    const rate = (time) =>
      `${mega((segments / time) * 1000)} M segments/s, ${mega((bytes / time) * 1000)} MB/s`;
    const over = (time, base) => `${(time / base).toFixed(2)} × reading only (${milliseconds(base)})`;
    line(
      say,
      "page",
      listComplete,
      `${rate(listComplete)}, ${over(listComplete, reading)}, ${mega(memory)} MB more`,
    );
    line(say, "first rows", one.firstRows, `longest task ${milliseconds(one.longestTask)}`);
    line(say, "first diagram", one.shown, "");
    if (one.wiregasm)
      line(
        say,
        "Wiregasm's load",
        one.wiregasm,
        `page ${(one.wiregasm / listComplete).toFixed(1)} × as fast`,
      );
    line(
      say,
      "inspect",
      inspect,
      `${rate(inspect)}, ${over(inspect, nodeReading)}, ${mega(one.inspectMemory)} MB in all`,
    );
    for (const [peer, time] of Object.entries(one.peers))
      line(
        say,
        peer,
        time,
        `page ${(time / listComplete).toFixed(1)} ×, inspect ${(time / inspect).toFixed(1)} × as fast`,
      );
  }
  say(
    `\nempty page: first paint ${milliseconds(start.firstPaint)}, ready ${milliseconds(start.interactive)}`,
  );
  if (interactions.lastRow) say(`last row of the list of a million: ${interactions.lastRow}`);
}

export function printGoals(list, say) {
  say("\ngoal                                                              figure        limit");
  for (const goal of list) {
    if (goal.figure === undefined || Number.isNaN(goal.figure)) continue;
    const mark = isMet(goal) ? "met   " : "MISSED";
    const limit = `${goal.isLeast ? "≥" : "≤"} ${goal.limit} ${goal.unit}`;
    say(`${goal.name.padEnd(58)} ${mark} ${goal.figure.toFixed(1).padStart(8)}   ${limit}`);
  }
  const missed = list.filter((goal) => goal.figure !== undefined && !isMet(goal)).length;
  const open = list.filter((goal) => goal.figure === undefined).length;
  say(`\n${missed} goals missed, ${open} not measured in this run (--full measures all)`);
}

function line(say, name, time, rest) {
  say(`  ${name.padEnd(16)} ${milliseconds(time).padStart(10)}   ${rest}`);
}

function milliseconds(time) {
  return time >= 10_000 ? `${(time / 1000).toFixed(1)} s` : `${time.toFixed(time < 10 ? 1 : 0)} ms`;
}

function mega(value) {
  return value === null ? "?" : (value / 1e6).toFixed(1);
}

function count(value) {
  return value.toLocaleString("en");
}
