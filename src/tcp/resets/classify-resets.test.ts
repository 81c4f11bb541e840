import { describe, expect, test } from "vitest";
import { RST } from "../../segments/flags.ts";
import { analyseCompact } from "../../testing/story.ts";
import { RST_SHAPES } from "../analysis.ts";
import { prepareExchange } from "../exchange/exchange.ts";
import { classifyResets } from "./classify-resets.ts";

/**
 * What each RST is and which position it answers, then which segments were rejected and, if one RST alone tells it,
 * by which: `reply to 3`, `3 rejected by 4`.
 */
function resetWords(compact: string): string[] {
  const { segments, connection } = analyseCompact(compact);
  const exchange = prepareExchange(segments, connection.clientDirection, false);
  const { shape, trigger, isRejected, rejectedBy, hasRefusedSynAck } = classifyResets(exchange);
  const words: string[] = [];
  for (let row = 0; row < exchange.length; row++)
    if ((segments.flags[row] & RST) !== 0)
      words.push(`${RST_SHAPES[shape[row]]}${trigger[row] === 0 ? "" : ` to ${trigger[row]}`}`);
  for (let row = 0; row < exchange.length; row++)
    if (isRejected[row] === 1)
      words.push(`${row + 1} rejected${rejectedBy[row] === 0 ? "" : ` by ${rejectedBy[row]}`}`);
  for (const [end, name] of ["client", "server"].entries())
    if (hasRefusedSynAck[end]) words.push(`${name} refuses SYN,ACK`);
  return words;
}

describe("RFC 9293 section 3.10.7.3: a RST refuses a SYN if ISS < SEG.ACK <= SND.NXT", () => {
  test.each([
    ["at its end", "cS sR.", ["refused"]],
    ["with its data", "cS+5:tfo sR./6", ["refused"]],
    ["without its data", "cS+5:tfo sR./1", ["refused"]],
    ["not at the ISS itself", "cS sR./0", ["abort"]],
    ["not beyond", "cS sR./2", ["abort"]],
  ])("%s", (_, compact, words) => {
    expect(resetWords(compact)).toEqual(words);
  });
});

describe("RFC 9293 section 3.10.7.1: a port without connection answers", () => {
  test.each([
    [
      "a SYN,ACK with its acknowledgment number",
      "cS sS. cR",
      ["reply to 2", "2 rejected by 3", "client refuses SYN,ACK"],
    ],
    ["data likewise, the first segment, too", "mid cP.+5 sR@1", ["reply to 1", "1 rejected by 2"]],
    [
      "the latest of several, and which of them is open",
      "mid cP.+5 cP.+5 sR@1",
      ["reply to 2", "2 rejected"],
    ],
    ["each of several RSTs may answer it", "mid cP.+5 sR@1 sR@1", ["reply to 1", "reply to 1", "1 rejected"]],
    ["no RST", "mid cP.+5 cR. sR@1", ["abort", "reply to 1", "1 rejected by 3"]],
    ["nothing before its own last segment", "mid cP.+5 s.@1/6 sR@1", ["bare"]],
    ["nothing with another number", "mid cP.+5 sR@2", ["bare"]],
    [
      "a packet where it was captured first",
      "mid cP.+5:id7:ttl64 ~0.001 cP.@1+5:id7:ttl63 sR@1",
      ["reply to 1", "1 rejected by 3"],
    ],
    ["a segment without ACK with number 0 and its end", "mid cP+5 sR.@=0/6", ["refused"]],
    [
      "a SYN after it forgot the connection with number 0",
      "cS sS. ~2 cS sR.@=0/1",
      ["abort to 3", "3 rejected by 4"],
    ],
  ])("%s", (_, compact, words) => {
    expect(resetWords(compact)).toEqual(words);
  });

  test.each([
    ["has SND.NXT", "cS sS. ~2 cS sR.@1/1"],
    ["has another number", "cS sS. ~2 cS sR.@5/1"],
    ["has SND.NXT, which is 0", "cS sS.@=4294967295 ~2 cS sR.@=0/1"],
    ["acknowledges what its peer sent with an unacceptable ACK", "cS sS. cP.+5/9 sR.@=0/6"],
  ])("an abort answers nothing (section 3.10.5): it %s", (_, compact) => {
    expect(resetWords(compact)).toEqual(["abort"]);
  });
});

describe("docs/state-machine.md 6.4: a pure ACK that a RST answers had no effect", () => {
  test.each([
    ["where it should have completed the handshake", "cS sS. c. sR@1", ["reply to 3", "3 rejected by 4"]],
    ["but not after the listener's second", "cS sS. c. ~2 sR@1", ["reply to 3"]],
    ["but not once the server has spoken", "cS sS. c. s. c. sR@1", ["reply to 5"]],
    ["but not without a captured SYN,ACK", "mid c. sR@1", ["reply to 1"]],
  ])("%s", (_, compact, words) => {
    expect(resetWords(compact)).toEqual(words);
  });

  test("a SYN,ACK that comes again to an end that went on had its effect before", () => {
    expect(resetWords("cS sS. c. ~1 sS. cR")).toEqual(["reply to 4"]);
  });
});
