import { unreachable } from "../../../../base/assert.ts";
import type { LinkRefusal } from "../../../../store/opened-capture.ts";
import { formatCount } from "../../../figures.ts";
import { countOctets } from "../../../wording/english.ts";

const COPY_AGAIN = "Copy it again, the whole of it, or ask for it once more.";

/** What the page says of a link that is open. */
export const link = {
  /** In the quiet view within another page. */
  fullPage: "Open in the whole of Synfin",
  read: (segments: number) => `A link with ${wordSegments(segments)}`,
  leftOut: (client: Traffic, server: Traffic) =>
    `whoever made it left out ${wordTraffic(client)} of the client and ${wordTraffic(server)} of the server`,
  /** Of a capture that a link asks to fetch from another host. */
  remote: {
    title: (host: string) => `Fetch a capture from ${host}?`,
    /** @param origin of this page: browsers send it with the request */
    what: (host: string, origin: string) =>
      `The address of this page asks for a capture from ${host}. That host then learns that somebody at your network address asked for it with the Synfin at ${origin}. Nothing else of yours is sent: no cookie, no referrer.`,
    /** Why the page does not ask, and fetches nothing. */
    forbidden: {
      "user-information": (host: string) =>
        `This address has a user name or a password before the name of its host, which is ${host}. Browsers do not fetch such addresses. If you know the host, leave out what stands before the @, or download the capture yourself.`,
      framed: (host: string) =>
        `A page of another site shows Synfin in a frame. Nothing is fetched from ${host} there. Open this address in a tab of its own.`,
    },
    fetch: (host: string) => `Fetch from ${host}`,
    leave: "Do not fetch",
    fetched: (octets: string) => `${octets} fetched …`,
    unreachable: (host: string) =>
      `${host} cannot be reached, leads elsewhere, or does not let other pages read its files (CORS). Download the capture yourself and drop it here.`,
    status: (host: string) => `${host} does not have it, or does not give it to everybody.`,
    "too-large": (host: string) =>
      `What ${host} sends is larger than 1 GiB. Download it yourself and drop it here.`,
  },
  lacksOptions: "TCP timestamps and SACK blocks were left out: that none is there says nothing of the hosts",
  unread: (names: string) =>
    `parts that a newer Synfin wrote are not shown (${names}); reload the page to get the newest`,
};

export interface Traffic {
  readonly segments: number;
  readonly payload: number;
}

function wordTraffic({ segments, payload }: Traffic): string {
  const data = payload > 0 ? ` (${countOctets(payload)} of data)` : "";
  return wordSegments(segments) + data;
}

function wordSegments(count: number): string {
  return `${formatCount(count)} ${count === 1 ? "segment" : "segments"}`;
}

/** Why a link is refused. A refused link shows nothing at all. */
export function wordLinkRefusal(refusal: LinkRefusal): string {
  switch (refusal.code) {
    case "not-a-link":
      return "The part of the address behind # is no Synfin link.";
    case "newer-version":
      return `This link was made by a newer Synfin (version ${refusal.version} of the format, which this one does not know). Reload the page to get the newest.`;
    case "too-long":
      return `A link of ${formatCount(refusal.length)} characters is longer than any that Synfin makes.`;
    case "bad-character":
      return `Character ${formatCount(refusal.at + 1)} of the link cannot stand there. ${COPY_AGAIN}`;
    case "cut":
      return `The end of the link is missing. ${COPY_AGAIN}`;
    case "damaged":
      return `The link was changed on its way: its checksum is wrong, so nothing of it is shown. ${COPY_AGAIN}`;
    case "cannot-inflate":
      return "The link is compressed, and this browser cannot unpack it. Open it in a newer browser.";
    case "too-large":
      return "The link claims more than a link may hold. Nothing of it is shown.";
    case "contradiction":
      return "The link contradicts itself: Synfin has not made it. Nothing of it is shown.";
    default:
      return unreachable(refusal);
  }
}
