// For the check of the laboratory: what ../shared/kernel recorded, as scripts by one rule, and as rows to compare with.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInspect } from "./run-inspect.mjs";

/** @returns microseconds since `start`, both in seconds since the epoch as text or number */
function since(time, start) {
  return Math.round((Number(time) - start) * 1e6);
}

/** The calls of a program, as the recorder wrote them down, in the words of a script; null: no call that sends or opens. */
function verbOf(text, result) {
  if (text.startsWith("listen")) return "listen";
  if (/^connect(?: \(non-blocking\))?(?: -> \d+)?$/u.test(text)) return "connect";
  if (text.startsWith("close (linger 0)")) return "abort";
  if (text === "close") return "close";
  if (text.startsWith("shutdown")) return "shutdown";
  if (text.startsWith("crash")) return "crash";
  const size =
    /^sendall (\d+)/u.exec(text)?.[1] ??
    (text.startsWith("send") ? /-> (\d+)$/u.exec(result ?? "")?.[1] : undefined);
  return size === undefined ? null : `send ${size}`;
}

/** Calls without the lines that only tell what a call returned. */
function callsOf(truth) {
  const calls = [];
  for (const [index, { t, side, call }] of truth.app_calls.entries()) {
    const result = truth.app_calls
      .slice(index + 1)
      .find((next) => next.side === side && next.call.startsWith(`${call} ->`));
    const isResult = truth.app_calls
      .slice(0, index)
      .some(
        (before) =>
          before.side === side && call.startsWith(`${before.call} -> `) && !call.startsWith("connect"),
      );
    const verb = isResult ? null : verbOf(call, result?.call);
    if (verb !== null) calls.push({ t, side, verb });
  }
  if (calls.some(({ verb }) => verb === "connect")) return calls;
  // Where the recorder tried until a number came up, the kernel's notes alone tell which connect() it was.
  const opened = truth.client.transitions.find(({ to }) => to === "SYN-SENT");
  const connects = opened === undefined ? [] : [{ t: opened.t, side: "c", verb: "connect" }];
  return [...calls, ...connects].toSorted((a, b) => a.t - b.t);
}

/** How many octets client and server had sent before that capture of a recording began. */
export function sentBeforeCapture({ truth, captures }, side) {
  const of = (sender) => sentBefore(truth, sender, captures[side]);
  return { client: of("c"), server: of("s") };
}

/** How many octets a side's calls had sent before its capture began, where that holds no SYN; 0: it does. */
function sentBefore(truth, side, rows) {
  if (rows.length === 0 || rows[0].flags.includes("SYN")) return 0;
  const { start } = truth.files[side === "c" ? "client.pcap" : "server.pcap"];
  return callsOf(truth)
    .filter((call) => call.side === side && call.t < start)
    .reduce((octets, { verb }) => octets + Number(/^send (\d+)$/u.exec(verb)?.[1] ?? 0), 0);
}

/**
 * The keep-alives that a side asked for, as its capture shows them: a bare ACK one number before what it has sent, while
 * nothing is on its way. The socket's option is in whole seconds.
 */
function keepaliveOf(side, rows) {
  let [next, heardAt, window] = [0, 0, 1];
  for (const row of rows) {
    if (row.from !== (side === "c" ? "client" : "server")) {
      heardAt = Number(row.time);
      window = row.window;
    } else if (row.flags === "ACK" && row.length === 0 && row.relativeSeq === next - 1 && window > 0)
      return [
        `${side}: after ${side === "c" ? "connected" : "accepted"} keepalive ${Math.round(Number(row.time) - heardAt)}s`,
      ];
    else next = Math.max(next, row.relativeSeq + row.length);
  }
  return [];
}

/** What happened at an end that a call may hang on: [time, cause]. */
function causesOf(truth, side, rows) {
  const end = side === "c" ? truth.client : truth.server;
  const listens = truth.app_calls.some((each) => each.side === side && each.call.startsWith("listen"));
  const causes = [];
  for (const { t, to } of end.transitions) {
    if (to === "ESTABLISHED") causes.push([t, listens ? "accepted" : "connected"]);
  }
  // What the other end had sent before the capture began was read, too.
  const other = side === "c" ? "s" : "c";
  const before = sentBefore(truth, other, rows);
  let read = before;
  for (const row of rows) {
    if (row.from === (side === "c" ? "client" : "server")) continue;
    const reached = before + row.relativeSeq + row.length - 1;
    if (row.length > 0 && reached > read) {
      read = reached;
      causes.push([Number(row.time), `read ${read}`]);
    }
    if (row.flags.includes("FIN") && before + row.relativeSeq - 1 <= read)
      causes.push([Number(row.time), "eof"]);
  }
  return causes;
}

/** The wire's lines: each segment that was not forwarded unchanged, by its name. */
function wireOf(truth, start, captures) {
  const counts = new Map();
  return (truth.wire.not_forwarded_unchanged ?? []).flatMap(({ t, dir, packet, action }) => {
    // What pretends to come from a third host is no part of the connection.
    if (!packet.includes(`${truth.client.addr}.${truth.client.port}`)) return [];
    const end = dir[0];
    const [, letters, seq, ack, length] =
      /\[(\S+)\] seq (\d+) ack (\d+) win \d+ len (\d+)/u.exec(packet) ?? [];
    const own = captures[end].filter((row) => row.from === (end === "c" ? "client" : "server"));
    const isn = (rows, from) => rows.find((row) => row.from === from && row.flags.includes("SYN"))?.seq;
    const [ownIsn, otherIsn] =
      end === "c"
        ? [isn(captures.c, "client"), isn(captures.s, "server")]
        : [isn(captures.s, "server"), isn(captures.c, "client")];
    const relative = (number, base) => (Number(number) - base) >>> 0;
    if (action === "inject") {
      const acks = letters.includes(".") ? ` ack ${relative(ack, otherIsn)}` : "";
      return [
        `inject ${end} [${letters}] seq ${relative(seq, ownIsn)}${acks} win 0${length > 0 ? ` len ${length}` : ""} at ${since(t, start)}us`,
      ];
    }
    const first = relative(seq, ownIsn);
    const range = `[${first}..${first + Number(length) - 1}]`;
    const name = letters.includes("S")
      ? letters.includes(".")
        ? `${end}.syn-ack`
        : `${end}.syn`
      : letters.includes("R")
        ? `${end}.rst`
        : letters.includes("F")
          ? `${end}.fin${length > 0 ? range : ""}`
          : length > 0
            ? `${end}.data${range}`
            : `${end}.ack(${relative(ack, otherIsn)})`;
    // Which copy it was: how often the sender's own capture holds it up to then.
    const flags = (row) => row.flags.split(",");
    const copies = own.filter(
      (row) =>
        row.seq === Number(seq) &&
        row.length === Number(length) &&
        (row.ack ?? 0) === Number(ack) &&
        flags(row).includes("FIN") === letters.includes("F") &&
        Number(row.time) <= t + 0.0005,
    ).length;
    const lost = (counts.get(name) ?? 0) + 1;
    counts.set(name, lost);
    const copy = Math.max(copies, lost);
    const which = copy > 1 ? `#${copy}` : "";
    if (action === "drop") return [`lose ${name}${which}`];
    const late = /^delay\+([\d.]+)s$/u.exec(action)?.[1];
    if (late !== undefined) return [`delay ${name}${which} by ${Math.round(late * 1e6)}us`];
    if (action.startsWith("dup")) return [`twice ${name}${which}`];
    return [`# the wire did ${action} with ${name}${which}`];
  });
}

/** The script of a recording: calls hang on the latest event at their end that could have caused them (docs/laboratory.md 1). */
export function scriptOfTruth({ truth, captures }) {
  const start = Math.min(...truth.app_calls.map(({ t }) => t));
  const end = Math.max(...Object.values(truth.files).map((file) => file.end));
  // The kernel of the recordings counts 250 ticks a second.
  const lines = ["profile linux", "tick 4ms", `delay ${truth.wire.one_way_delay_s * 1e6}us`];
  const retries = truth.notes.map((note) => /orphan_retries=(\d+)/u.exec(note)?.[1]).find(Boolean);
  if (retries !== undefined) lines.push(`retries ${retries}`);
  const previous = { c: null, s: null };
  const calls = callsOf(truth);
  for (const { t, side, verb } of calls) {
    const causes = causesOf(truth, side, captures[side]).filter(([time]) => time <= t);
    const last = causes.toSorted((a, b) => a[0] - b[0]).at(-1);
    const before = previous[side];
    if (before === null) lines.push(`${side}: at ${since(t, start)}us ${verb}`);
    else if (last !== undefined && last[0] >= before.t)
      lines.push(`${side}: after ${last[1]} +${since(t, last[0])}us ${verb}`);
    else if (before.verb === "listen" || before.verb === "connect")
      lines.push(`${side}: at ${since(t, start)}us ${verb}`);
    else lines.push(`${side}: +${since(t, before.t)}us ${verb}`);
    if (verb === "crash") lines.push(`${side}: restart`);
    previous[side] = { t, verb };
  }
  for (const side of ["c", "s"]) lines.push(...keepaliveOf(side, captures[side]));
  lines.push(...wireOf(truth, start, captures), `end ${since(end, start)}us`);
  return `${lines.join("\n")}\n`;
}

/**
 * A row as it is compared: sender, flags but PSH and those of ECN, relative numbers, length.
 * @param before how many octets client and server had sent before the first number that is counted
 */
export function comparable(
  { from, flags, relativeSeq, relativeAck, length },
  isSwapped = false,
  before = { client: 0, server: 0 },
) {
  const sender = (from === "client") === isSwapped ? "server" : "client";
  const seq = relativeSeq - before[sender];
  const ack = relativeAck === null ? null : relativeAck - before[sender === "client" ? "server" : "client"];
  const compared = flags.split(",").filter((flag) => !["PSH", "ECE", "CWR"].includes(flag));
  return `${sender} ${compared.join(",")} ${seq} ${ack} ${length}`;
}

/** The kernel's paths of client and server, a listener's from LISTEN on: whole, and up to where the captures stop. */
export function pathsOf(truth) {
  const stops = Object.values(truth.files)
    .map(({ kernel_state: states }) => states)
    .filter(Boolean);
  return ["client", "server"].map((end) => {
    const { path } = truth[end];
    const within = path[0] === "CLOSED" && path[1] === "LISTEN" ? path.slice(1) : path;
    const last = Math.max(...stops.map((states) => within.lastIndexOf(states[`${end}_at_stop`])));
    return { whole: within, within: last < 0 ? within : within.slice(0, last + 1) };
  });
}

/**
 * Recordings of a single connection on a plain wire: the lines of `inspect` for both captures with the client's and the
 * server's own rows, and the rows as they are compared.
 * @returns {{name: string, truth: object, captures: {c: object[], s: object[]}, rows: {c: string[], s: string[]}}[]}
 */
export function readRecordings(folder) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const plain = names.toSorted().flatMap((name) => {
    const truth = JSON.parse(readFileSync(join(folder, name, "truth.json"), "utf8"));
    const isPlain = truth.wire?.topology === "wire" && truth.connections === undefined;
    const isFiltered = truth.app_calls?.some(({ call }) => call.startsWith("iptables"));
    const hasBoth = truth.files["client.pcap"] && truth.files["server.pcap"];
    return isPlain && hasBoth && !isFiltered ? [{ name, truth }] : [];
  });
  const files = plain.flatMap(({ name }) => [
    join(folder, name, "client.pcap"),
    join(folder, name, "server.pcap"),
  ]);
  const lines = runInspect(files).lines.filter((line) => line.segments !== undefined);
  return plain.map(({ name, truth }) => {
    const captured = (file) =>
      ownRows(
        truth,
        lines.filter((line) => line.file === join(folder, name, file)),
      );
    const captures = { c: captured("client.pcap"), s: captured("server.pcap") };
    return {
      name,
      truth,
      captures,
      rows: { c: captures.c.map((row) => comparable(row)), s: captures.s.map((row) => comparable(row)) },
    };
  });
}

/** The rows of the recorded connection, told from the recording's client and server, whoever opened first. */
function ownRows(truth, lines) {
  const isEnd = (end, known) => end.address === known.addr && end.port === known.port;
  const line = lines.find(
    ({ client, server }) =>
      (isEnd(client, truth.client) && isEnd(server, truth.server)) ||
      (isEnd(client, truth.server) && isEnd(server, truth.client)),
  );
  const isSwapped = line !== undefined && !isEnd(line.client, truth.client);
  return (line?.segments ?? []).map((row) =>
    Object.assign(row, { from: (row.from === "client") === isSwapped ? "server" : "client" }),
  );
}
