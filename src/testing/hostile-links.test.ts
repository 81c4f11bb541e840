import { expect, test } from "vitest";
import { fromBase64url, toBase64url } from "../share/base64url.ts";
import { decodeLink } from "../share/decode-link.ts";
import { inflate } from "../share/deflate.ts";
import { inEnvelope, outOfEnvelope } from "../share/envelope.ts";
import { openShared } from "../share/open-shared.ts";
import type { SharedConnection } from "../share/shared-connection.ts";
import golden from "../share/version-1/golden-links.json";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Side, TcpState } from "../tcp/state.ts";
import { Random } from "./random.ts";

/** More of them in scripts/checks/hostile-links.mjs. */
const ROUNDS = Number(process.env["SYNFIN_HOSTILE_LINKS"] ?? 3000);
const SLOWEST_MILLISECONDS = 2000;
const MOST_MEMORY = 64 * 2 ** 20;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Changes characters of a link as chat programs, people and attackers do. */
function changed(link: string, random: Random): string {
  const characters = Array.from(link);
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(characters.length);
    const kind = random.below(5);
    if (kind === 0) characters.splice(at, 1 + random.below(8));
    else if (kind === 1) characters.splice(at, 0, ALPHABET.charAt(random.below(64)));
    else if (kind === 2) characters.splice(at, 1, String.fromCharCode(33 + random.below(200)));
    else characters[at] = ALPHABET.charAt(random.below(64));
  }
  return characters.join("");
}

/** Changes what a link says, and gives it the checksum of what it says now: an attacker's link. */
async function forged(link: string, random: Random): Promise<string> {
  const { isDeflated, content } = outOfEnvelope(fromBase64url(link.slice(2), 2));
  const body = [...(isDeflated ? await inflate(content, 1 << 20) : content)];
  for (let changes = 1 + random.below(6); changes > 0; changes--) {
    const at = random.below(body.length);
    const kind = random.below(5);
    if (kind === 0) body.splice(at, 1 + random.below(3));
    else if (kind === 1) body.splice(at, 0, random.below(256));
    else if (kind === 2) body.splice(at, 1, 0xff, 0xff, 0xff, random.below(128));
    else if (kind === 3) body[at] = (body[at] ?? 0) ^ (1 << random.below(8));
    else body[at] = random.below(256);
  }
  return `1.${toBase64url(inEnvelope(0, Uint8Array.from(body)))}`;
}

/** What is wrong with the story of a link that was not refused; null if nothing is. */
function inconsistency(shared: SharedConnection): string | null {
  const { table, connections } = openShared(shared);
  const analysis = analyseConnection(table, connections, 0);
  const { segments } = analysis;
  if (segments.length !== shared.segments.length) return "segments were lost or added";
  if (
    shared.roleBasis === "SYN" &&
    !analysis.fromClient.some((is, row) => is === 1 && isSyn(segments.flags[row]))
  )
    return "the client is told by a SYN that is not there";
  for (let row = 0; row < segments.length; row++) {
    const end = (segments.optionsAt[row] ?? 0) + (segments.optionsLength[row] ?? 0);
    if (end > segments.optionBytes.length || (segments.frame[row] ?? 0) < 1) return `row ${row} is not whole`;
  }
  return brokenPath(analysis, "client") ?? brokenPath(analysis, "server");
}

function isSyn(flags = 0): boolean {
  return (flags & 0x16) === 0x02;
}

/** Every move must begin in the state in which the one before ended, at a segment that is there. */
function brokenPath({ initial, moves, epilogue, segments }: ConnectionAnalysis, side: Side): string | null {
  let state: TcpState | null = initial[side].state;
  let last = 0;
  for (const move of [...moves, ...epilogue].filter((each) => each.side === side)) {
    if (move.from !== state) return `${side} goes from ${move.from}, but was in ${state}`;
    if (move.position < last || move.position < 1 || move.position > segments.length)
      return `${side} moves at ${move.position} of ${segments.length}`;
    state = move.to;
    last = move.position;
  }
  return null;
}

test(
  `${ROUNDS} changed and forged links neither hang, crash, take much memory nor tell an inconsistent story`,
  { timeout: 30_000 + ROUNDS * 50 },
  async () => {
    const random = new Random(4242);
    const original = new Set(golden.map(({ link }) => link));
    const faults: string[] = [];
    let slowest = 0;
    let opened = 0;
    let before = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { link } = golden[round % golden.length] ?? { link: "" };
      const isForged = random.chance(0.5);
      const hostile = isForged ? await forged(link, random) : changed(link, random);
      const started = performance.now();
      const decoded = await decodeLink(hostile);
      const isUnchanged = original.has(hostile.replace(/&.*$/u, ""));
      if (decoded.ok) {
        opened++;
        const wrong = isForged || isUnchanged ? inconsistency(decoded.value) : "damaged, but opened";
        if (wrong !== null) faults.push(`${wrong}: ${hostile}`);
      }
      slowest = Math.max(slowest, performance.now() - started);
      if (round === Math.floor(ROUNDS / 10)) before = process.resourceUsage().maxRSS * 1024;
    }
    const memory = process.resourceUsage().maxRSS * 1024 - before;
    process.stdout.write(
      `hostile links: ${ROUNDS}, ${opened} opened, slowest ${slowest.toFixed(1)} ms, memory grew by ${(memory / 2 ** 20).toFixed(1)} MB\n`,
    );
    expect(faults).toEqual([]);
    expect(slowest).toBeLessThan(SLOWEST_MILLISECONDS);
    expect(memory).toBeLessThan(MOST_MEMORY);
    expect(opened).toBeGreaterThan(0);
  },
);
