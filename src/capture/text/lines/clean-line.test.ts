import { expect, test } from "vitest";
import { cleanLine } from "./clean-line.ts";

test.each([
  ["a > b: Flags [S], seq 1 \t ", "a > b: Flags [S], seq 1"],
  ["\u001b[1;31ma\u001b[0m > b", "a > b"],
  ["\u001b]0;title\u0007a", "a"],
  ["a\u200b\ufeff\u00ad > b", "a > b"],
  ["a\u00a0>\u3000b", "a > b"],
  ["［Ｓ］，ｓｅｑ", "[S],seq"],
  ["“a” ‘b’ a › b ﹥ c", "\"a\" 'b' a > b > c"],
  ["1‐2‑3‒4–5−6", "1-2-3-4-5-6"],
  ["a \\> b: Flags \\[S\\]", "a > b: Flags [S]"],
  ["a\\nb é", "a\\nb é"],
  ["a &gt; b &lt; c &amp; d &quot;e&apos; &nbsp;f &rarr; g", "a > b < c & d \"e'  f → g"],
  ["a &amp;gt; b", "a > b"],
  ["a &#62; b &#x3E; c &#X3e; d", "a > b > c > d"],
  ["a &hearts; &foo; &#0; &#1114112; &#x110000; b", "a &hearts; &foo; &#0; &#1114112; &#x110000; b"],
  ['<span class="go">a</span> <mss 1460,sackOK><br/>', "a <mss 1460,sackOK>"],
  ['a <mss="" 1460="">', "a <mss 1460>"],
  ["a <;b", "a <b"],
])("%j becomes %j", (raw, clean) => expect(cleanLine(raw)).toBe(clean));
