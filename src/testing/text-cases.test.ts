import { expect, test } from "vitest";
import { analyseTable } from "../tcp/analyse-table.ts";
import { compactTable } from "./compact-notation.ts";
import { REQUEST_WITH_LINES_LEFT_OUT } from "./consoles.ts";
import { analyseText, story } from "./story.ts";

/*
 * The text-level cases of docs/state-machine.md section 12, from the console to the states: the text tells the same
 * story as the case that it prints. The numbers themselves are tested where they are recovered, in the text reader.
 */

function storiesOf(compact: string): string[][] {
  return analyseTable(compactTable(compact)).map(story);
}

async function storiesOfText(text: string): Promise<string[][]> {
  return (await analyseText(text)).map(story);
}

const A = "10.0.0.1.40000";
const B = "10.0.0.2.80";

test("X01: seed 000's request and close, with the lines it leaves out", async () => {
  expect(await storiesOfText(REQUEST_WITH_LINES_LEFT_OUT)).toEqual(
    storiesOf("cS sS. c. cP.+76 s. sP.@239+612 c./851 cF. sF.@851 c."),
  );
  const [analysis] = await analyseText(REQUEST_WITH_LINES_LEFT_OUT);
  expect(analysis?.initialSequenceNumber).toEqual({ client: 284972257, server: 1986854381 });
});

test("X03: seed 000's connection that was gone, and the ssh session between", async () => {
  const stories = await storiesOfText(`
14:22:47.003693 IP 192.168.0.60.59904 > 192.168.0.61.80: Flags [S], seq 2377770701, win 64240, options [mss 1460,sackOK,TS val 2675673280 ecr 0,nop,wscale 7], length 0
14:22:47.003932 IP 192.168.0.61.80 > 192.168.0.60.59904: Flags [S.], seq 3834916885, ack 2377770702, win 65160, options [mss 1460,sackOK,TS val 1705470647 ecr 2675673280,nop,wscale 7], length 0
14:22:47.003962 IP 192.168.0.60.59904 > 192.168.0.61.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 2675673281 ecr 1705470647], length 0
14:22:48.071533 IP 192.168.0.60.43478 > 192.168.0.61.22: Flags [P.], seq 26216:26260, ack 124345, win 501, options [nop,nop,TS val 2675674348 ecr 2444573493], length 44
14:22:48.072274 IP 192.168.0.61.22 > 192.168.0.60.43478: Flags [P.], seq 124345:124669, ack 26260, win 501, options [nop,nop,TS val 2444589375 ecr 2675674348], length 324
14:22:48.072300 IP 192.168.0.60.43478 > 192.168.0.61.22: Flags [.], ack 124669, win 501, options [nop,nop,TS val 2675674349 ecr 2444589375], length 0
14:22:53.840281 IP 192.168.0.60.59904 > 192.168.0.61.80: Flags [P.], seq 1:3, ack 1, win 502, options [nop,nop,TS val 2675680117 ecr 1705470647], length 2: HTTP
14:22:53.840520 IP 192.168.0.61.80 > 192.168.0.60.59904: Flags [R], seq 3834916886, win 0, length 0
`);
  expect(stories).toEqual(
    storiesOf("ports=59904,80 cS sS. c. ports=43478,22 mid cP.+44 sP.+324 c. ports=59904,80 ~6 cP.+2 sR"),
  );
});

test("X04: seed 001's dumps, whose SYN-ACKs are stamped hours off", async () => {
  const first = `
02:24:03.518594 IP localhost.27749 > localhost.12456: Flags [S], seq 1527358664, win 43690, length 0
22:49:27.762588 IP localhost.12456 > localhost.27749: Flags [S.], seq 2031984515, ack 1527358665, win 43690, length 0
02:24:03.518636 IP localhost.27749 > localhost.12456: Flags [.], ack 1, win 22, length 0
02:24:05.472290 IP localhost.27749 > localhost.12456: Flags [P.], seq 1:4, ack 1, win 22, length 3
02:24:05.472304 IP localhost.12456 > localhost.27749: Flags [.], ack 4, win 22, length 0
02:24:15.614921 IP localhost.27749 > localhost.12456: Flags [F.], seq 4, ack 1, win 22, length 0
02:24:15.654843 IP localhost.12456 > localhost.27749: Flags [.], ack 5, win 22, length 0
02:24:25.615242 IP localhost.12456 > localhost.27749: Flags [F.], seq 1, ack 5, win 22, length 0
02:24:25.615276 IP localhost.27749 > localhost.12456: Flags [.], ack 2, win 22, length 0
`;
  const second = `
13:15:40.439590 IP localhost.25541 > localhost.12456: Flags [S], seq 2751955316, win 43690, length 0
12:03:10.399044 IP localhost.12456 > localhost.25541: Flags [S.], seq 2140744854, ack 2751955317, win 43690, length 0
13:15:40.439616 IP localhost.25541 > localhost.12456: Flags [.], ack 1, win 22, length 0
13:15:57.601816 IP localhost.12456 > localhost.25541: Flags [F.], seq 1, ack 1, win 22, length 0
13:15:57.602406 IP localhost.25541 > localhost.12456: Flags [F.], seq 1, ack 2, win 22, length 0
13:15:57.602425 IP localhost.12456 > localhost.25541: Flags [.], ack 2, win 22, length 0
`;
  expect(await storiesOfText(first)).toEqual(storiesOf("cS sS. c. cP.+3 s. cF. s. ~10 sF. c."));
  expect(await storiesOfText(second)).toEqual(storiesOf("cS sS. c. sF. cF. s."));
  const analyses = [...(await analyseText(first)), ...(await analyseText(second))];
  expect(analyses.map(({ verdict }) => verdict.openingTime)).toEqual([null, null]);
});

test.each([
  [
    "X08: a dump that begins inside the connection",
    "mid c.+10 s. s.+20 c. cF. s. sF. c.",
    `
12:00:00.000000 IP ${A} > ${B}: Flags [.], seq 1001:1011, ack 500001, win 512, length 10
12:00:00.010000 IP ${B} > ${A}: Flags [.], ack 10, win 512, length 0
12:00:00.020000 IP ${B} > ${A}: Flags [.], seq 1:21, ack 10, win 512, length 20
12:00:00.030000 IP ${A} > ${B}: Flags [.], ack 21, win 512, length 0
12:00:00.040000 IP ${A} > ${B}: Flags [F.], seq 10, ack 21, win 512, length 0
12:00:00.050000 IP ${B} > ${A}: Flags [.], ack 11, win 512, length 0
12:00:00.060000 IP ${B} > ${A}: Flags [F.], seq 21, ack 11, win 512, length 0
12:00:00.070000 IP ${A} > ${B}: Flags [.], ack 22, win 512, length 0
`,
  ],
  [
    "X09: refused, retried with the same number and refused again",
    "cS sR. ~0.5 cS sR. ~0.5 cS* sR.",
    `
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 1000, win 512, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [R.], seq 0, ack 1001, win 0, length 0
12:00:00.500000 IP ${A} > ${B}: Flags [S], seq 1000, win 512, length 0
12:00:00.510000 IP ${B} > ${A}: Flags [R.], seq 0, ack 1, win 0, length 0
12:00:01.000000 IP ${A} > ${B}: Flags [S], seq 14001000, win 512, length 0
12:00:01.010000 IP ${B} > ${A}: Flags [R.], seq 0, ack 14000001, win 0, length 0
`,
  ],
  [
    "X10: absolute numbers throughout",
    "cS sS. c. cF. s. ~1 sF. c.",
    `
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 1000, win 512, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 500000, ack 1001, win 512, length 0
12:00:00.020000 IP ${A} > ${B}: Flags [.], ack 500001, win 512, length 0
12:00:00.030000 IP ${A} > ${B}: Flags [F.], seq 1001, ack 500001, win 512, length 0
12:00:00.040000 IP ${B} > ${A}: Flags [.], ack 1002, win 512, length 0
12:00:01.000000 IP ${B} > ${A}: Flags [F.], seq 500001, ack 1002, win 512, length 0
12:00:01.010000 IP ${A} > ${B}: Flags [.], ack 500002, win 512, length 0
`,
  ],
  [
    "X12: the style of tcpdump before 2009",
    "cS sS. c.",
    `
12:00:00.000000 IP ${A} > ${B}: S 100:100(0) win 512
12:00:00.010000 IP ${B} > ${A}: S 500:500(0) ack 101 win 512
12:00:00.020000 IP ${A} > ${B}: . ack 1 win 512
`,
  ],
  [
    "a stray SYN does not lend its number to the pure ACKs behind it, whose numbers a text does not print",
    "cS sS. c. cP.+10 s. ~5 cS*@=6011 s.@=500001/=1011 sP.@=500001+43/=1011 c.@=1011/=500044 cF.@=1011/=500044 s.@=500044/=1012",
    `
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 1000, win 512, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 500000, ack 1001, win 512, length 0
12:00:00.020000 IP ${A} > ${B}: Flags [.], ack 500001, win 512, length 0
12:00:00.030000 IP ${A} > ${B}: Flags [P.], seq 1001:1011, ack 500001, win 512, length 10
12:00:00.040000 IP ${B} > ${A}: Flags [.], ack 1011, win 512, length 0
12:00:05.000000 IP ${A} > ${B}: Flags [S], seq 6011, win 0, length 0
12:00:05.010000 IP ${B} > ${A}: Flags [.], ack 1011, win 512, length 0
12:00:06.000000 IP ${B} > ${A}: Flags [P.], seq 500001:500044, ack 1011, win 512, length 43
12:00:06.010000 IP ${A} > ${B}: Flags [.], ack 500044, win 512, length 0
12:00:06.020000 IP ${A} > ${B}: Flags [F.], seq 1011, ack 500044, win 512, length 0
12:00:06.030000 IP ${B} > ${A}: Flags [.], ack 1012, win 512, length 0
`,
  ],
])("%s", async (_, compact, text) => {
  expect(await storiesOfText(text)).toEqual(storiesOf(compact));
});

test("X13: numbers that pass 2^32", async () => {
  const console = `
12:00:00.000000 IP ${A} > ${B}: Flags [S], seq 4294967290, win 512, length 0
12:00:00.010000 IP ${B} > ${A}: Flags [S.], seq 500000, ack 4294967291, win 512, length 0
12:00:00.020000 IP ${A} > ${B}: Flags [.], ack 1, win 512, length 0
12:00:00.030000 IP ${A} > ${B}: Flags [P.], seq 1:21, ack 1, win 512, length 20
12:00:00.040000 IP ${B} > ${A}: Flags [.], ack 21, win 512, length 0
12:00:00.050000 IP ${A} > ${B}: Flags [F.], seq 21, ack 1, win 512, length 0
12:00:00.060000 IP ${B} > ${A}: Flags [F.], seq 1, ack 22, win 512, length 0
12:00:00.070000 IP ${A} > ${B}: Flags [.], ack 2, win 512, length 0
`;
  expect(await storiesOfText(console)).toEqual(storiesOf("ic=4294967290 cS sS. c. cP.+20 s. cF. sF. c."));
  const [analysis] = await analyseText(console);
  expect(analysis?.annotations.map(({ kind }) => kind)).toContain("wrap");
});
