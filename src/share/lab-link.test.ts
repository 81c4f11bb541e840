import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "./lab-1/golden-links.json";
import { PHRASES } from "./lab-1/phrases.ts";
import { decodeLab, encodeLab, isLabLink } from "./lab-link.ts";

const SCRIPT =
  "profile linux\ndelay 5ms\ns: listen\nc: connect\nc: after connected +20ms send 29\nlose c.syn#2\n# é\n";

async function text(fragment: string): Promise<string> {
  const decoded = await decodeLab(fragment);
  return decoded.ok ? decoded.value : `refused: ${decoded.error.code}`;
}

describe("a link to the laboratory", () => {
  test("holds the script, to the letter", async () => {
    const fragment = (await encodeLab(SCRIPT)) ?? "";
    expect(isLabLink(fragment)).toBe(true);
    expect(await text(fragment)).toBe(SCRIPT);
    expect(await text(`${fragment}&lang=ko`)).toBe(SCRIPT);
  });

  test("holds any text that is not empty", async () => {
    const property = fc.asyncProperty(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      async (any) => {
        const kept = any.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, " ");
        expect(await text((await encodeLab(any)) ?? "")).toBe(kept);
      },
    );
    await fc.assert(property, { numRuns: 200, seed: 1 });
  });

  test("is refused as a whole if a character was changed, lost, or is none", async () => {
    const fragment = (await encodeLab(SCRIPT)) ?? "";
    const changed = `${fragment.slice(0, 20)}${fragment[20] === "A" ? "B" : "A"}${fragment.slice(21)}`;
    expect(await text(changed)).toBe("refused: damaged");
    expect(await text(fragment.slice(0, -3))).toMatch(/^refused: (?:damaged|cut)$/u);
    expect(await text("lab=1.*")).toBe("refused: bad-character");
    expect(await text("lab=2.AAAA")).toBe("refused: newer-version");
    expect(await text("lab=")).toBe("refused: not-a-link");
  });

  test("the phrases are told apart, and none is an octet of text", () => {
    expect(new Set(PHRASES.map(([octet]) => octet)).size).toBe(PHRASES.length);
    const isText = (octet: number): boolean => [9, 10, 13].includes(octet) || (octet >= 0x20 && octet < 0x7f);
    expect(PHRASES.filter(([octet]) => isText(octet) || (octet > 0xc1 && octet < 0xf5))).toEqual([]);
  });
});

// These links are out in the world: what they say must never change. Add to the list, never touch what is in it.
test.each(golden)("$name", async ({ link, script }) => {
  expect(await text(link)).toBe(script);
});
