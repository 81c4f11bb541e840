import { assert, describe, expect, test, vi } from "vitest";
import { Random } from "../testing/random.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { decodeLink } from "./decode-link.ts";
import { deflate } from "./deflate.ts";
import { describeLinkRefusal } from "./describe-link-refusal.ts";
import { encodeLink } from "./encode-link.ts";
import { inEnvelope, LONGEST_LINK, outOfEnvelope } from "./envelope.ts";
import type { LinkRefusal } from "./link-refusal.ts";
import golden from "./version-1/golden-links.json";

const link = golden[0]?.link ?? "";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

async function refusalOf(fragment: string): Promise<LinkRefusal | null> {
  const decoded = await decodeLink(fragment);
  return decoded.ok ? null : decoded.error;
}

/** A link with the right checksum over any content. */
function linkOf(content: Uint8Array, compression: 0 | 1 = 0): string {
  return `1.${toBase64url(inEnvelope(compression, content))}`;
}

describe("a link is refused", () => {
  test.each<[string, LinkRefusal]>([
    ["", { code: "not-a-link" }],
    ["section-2", { code: "not-a-link" }],
    ["0.AAAA", { code: "not-a-link" }],
    ["3.AAAA", { code: "newer-version", version: 3 }],
    ["1.", { code: "cut" }],
    ["1.AAAA", { code: "cut" }],
    [`${link.slice(0, 10)}é${link.slice(11)}`, { code: "bad-character", at: 10 }],
    [`${link.slice(0, 10)}=${link.slice(11)}`, { code: "bad-character", at: 10 }],
  ])("%j", async (fragment, refusal) => expect(await refusalOf(fragment)).toEqual(refusal));

  test("that is longer than any", async () => {
    const fragment = `1.${"A".repeat(LONGEST_LINK)}`;
    expect(await refusalOf(fragment)).toEqual({ code: "too-long", length: fragment.length });
  });

  test("cut anywhere", async () => {
    for (let length = 0; length < link.length; length++) {
      expect(await refusalOf(link.slice(0, length)), `after ${length} characters`).not.toBeNull();
    }
  });

  test("with any character changed", async () => {
    for (let at = 2; at < link.length; at++) {
      const other = ALPHABET[(ALPHABET.indexOf(link.charAt(at)) + 1 + (at % 62)) % 64] ?? "";
      const changed = link.slice(0, at) + other + link.slice(at + 1);
      expect(await refusalOf(changed), `character ${at}`).not.toBeNull();
    }
  });

  test("that claims more segments than it has octets", async () => {
    expect(
      await refusalOf(linkOf(Uint8Array.from([0, 0, ...Array.from({ length: 12 }, () => 1), 0xff, 0x7f]))),
    ).toEqual({ code: "contradiction", about: "segments" });
  });

  test("that inflates to more than it may", async () => {
    const body = new Uint8Array(8 << 20);
    expect(await refusalOf(linkOf((await deflate(body)) ?? body, 1))).toEqual({ code: "too-large" });
  });

  test("whose content is no deflated data", async () => {
    expect(await refusalOf(linkOf(Uint8Array.from([0xff, 0xff, 0xff, 0xff]), 1))).toEqual({
      code: "damaged",
    });
  });
});

test("a browser without the streams says so of a deflated link, and makes links that need none", async () => {
  const deflated = golden.find(({ link: each }) => outOfEnvelope(fromBase64url(each.slice(2), 2)).isDeflated);
  const decoded = await decodeLink(deflated?.link ?? "");
  assert(decoded.ok);
  vi.stubGlobal("DecompressionStream", undefined);
  vi.stubGlobal("CompressionStream", undefined);
  expect(await refusalOf(deflated?.link ?? "")).toEqual({ code: "cannot-inflate" });
  const made = await encodeLink(decoded.value);
  expect(await decodeLink(made ?? "")).toEqual(decoded);
  vi.unstubAllGlobals();
});

test("what follows & is left to the page", async () => {
  expect(await refusalOf(`${link}&step=3&view=embed`)).toBeNull();
});

test("random octets under a right checksum are refused, each with a sentence", async () => {
  const random = new Random(7);
  const sentences = new Set<string>();
  for (let round = 0; round < 500; round++) {
    const body = Uint8Array.from({ length: random.below(120) }, () => random.below(256));
    const refusal = await refusalOf(linkOf(body));
    if (refusal !== null) sentences.add(describeLinkRefusal(refusal));
  }
  expect(sentences.size).toBeGreaterThan(3);
  expect([...sentences].filter((sentence) => !/^[^\n]{20,}[^.]$/u.test(sentence))).toEqual([]);
});

test.each<[LinkRefusal, RegExp]>([
  [{ code: "not-a-link" }, /begins with a version/],
  [{ code: "newer-version", version: 3 }, /has version 3 .* use a newer Synfin/],
  [{ code: "too-long", length: 77 }, /of 77 characters/],
  [{ code: "bad-character", at: 9 }, /^character 10 /],
  [{ code: "cut" }, /end of the link is missing/],
  [{ code: "damaged" }, /checksum is wrong/],
  [{ code: "cannot-inflate" }, /use a newer browser/],
  [{ code: "too-large" }, /more than any link may hold/],
  [{ code: "contradiction", about: "times" }, /contradicts itself \(times\)/],
])("each reason has its sentence: %j", (refusal, sentence) =>
  expect(describeLinkRefusal(refusal)).toMatch(sentence),
);
