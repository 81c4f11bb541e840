import { fromBase64url, toBase64url } from "../../share/base64url.ts";
import { decodeLink } from "../../share/decode-link.ts";
import { inflate } from "../../share/deflate.ts";
import { inEnvelope, outOfEnvelope } from "../../share/envelope.ts";
import { openShared } from "../../share/open-shared.ts";
import type { SharedConnection } from "../../share/shared-connection.ts";
import ofVersion1 from "../../share/version-1/golden-links.json";
import ofVersion2 from "../../share/version-2/golden-links.json";
import { analyseConnection } from "../../tcp/analyse-connection.ts";
import type { Random } from "../random.ts";
import { brokenPath } from "./broken-path.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const golden = [...ofVersion1, ...ofVersion2];
const ORIGINALS: ReadonlySet<string> = new Set(golden.map(({ link }) => link));

/** A link that was changed on its way, or forged with knowledge of the format. */
export interface HostileLink {
  readonly link: string;
  readonly isForged: boolean;
}

/** Makes one from a golden link. */
export async function hostileLink(random: Random): Promise<HostileLink> {
  const { link } = golden[random.below(golden.length)] ?? { link: "" };
  const isForged = random.chance(0.5);
  return { link: isForged ? await forged(link, random) : changed(link, random), isForged };
}

/** Opens it as the page does. */
export async function checkLink({ link, isForged }: HostileLink): Promise<{
  readonly isOpened: boolean;
  /** What is wrong with what would be shown; null if nothing is, or if the link was refused. */
  readonly fault: string | null;
}> {
  const decoded = await decodeLink(link);
  if (!decoded.ok) return { isOpened: false, fault: null };
  const isUnchanged = ORIGINALS.has(link.replace(/&.*$/u, ""));
  return {
    isOpened: true,
    fault: isForged || isUnchanged ? inconsistency(decoded.value) : "damaged, but opened",
  };
}

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
  return `${link.slice(0, 2)}${toBase64url(inEnvelope(0, Uint8Array.from(body)))}`;
}

/** What is wrong with the story of a link that was not refused; null if nothing is. */
function inconsistency(shared: SharedConnection): string | null {
  const { table, connections, witnessed } = openShared(shared);
  const analysis = analyseConnection(table, connections, 0, { witnessed });
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
