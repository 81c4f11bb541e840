import type { ConnectionAnalysis } from "../analysis.ts";
import type { Fact } from "../fact.ts";
import type { Position } from "../position.ts";

/** So many others must agree before one that differs is worth a word. */
const FEWEST_OTHERS = 2;

/**
 * Whether the TTL of the segment differs from the one that all others of its sender have: it took another way, or
 * another host sent it. An observation, no verdict.
 */
export function pathFacts({ segments, fromClient }: ConnectionAnalysis, position: Position): Fact[] {
  const row = position - 1;
  const ttl = segments.ttl[row];
  if (ttl === 0) return [];
  let others = 0;
  let usual = 0;
  for (let other = 0; other < segments.length; other++) {
    if (other === row || fromClient[other] !== fromClient[row] || segments.ttl[other] === 0) continue;
    if (others > 0 && segments.ttl[other] !== usual) return [];
    usual = segments.ttl[other];
    others++;
  }
  return others >= FEWEST_OTHERS && usual !== ttl ? [{ kind: "other-ttl", ttl, usual, others }] : [];
}
