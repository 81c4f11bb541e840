import { fail, ok, type Result } from "../../base/result.ts";

/** Why a capture could not be fetched. */
export type FetchFailure =
  /**
   * It does not exist, cannot be reached, redirects, or its host does not let other pages read it (CORS): browsers do
   * not say which.
   */
  | { readonly kind: "unreachable" }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "too-large" };

/** The largest file that is fetched; octets. */
const MOST_OCTETS = 1 << 30;
/** How much is held in memory before it goes to the browser's storage of files; octets. */
const PART_OCTETS = 8 << 20;

/**
 * The page that may ask other hosts: index.html with a wider Content-Security-Policy (vite.config.ts). Without such a
 * link, no page that could ask other hosts is ever opened.
 */
export const FETCHING_PAGE = "from-address.html";

/** The address that `#url=` names; null if it is no http or https address. */
export function addressAskedFor(fragment: string): URL | null {
  const told = /^url=(?<told>.+)$/su.exec(fragment)?.groups?.["told"];
  if (told === undefined) return null;
  // An address that is not encoded may itself contain &.
  const text = told.includes("://") ? told : decoded(told.replace(/&.*$/su, ""));
  const address = URL.canParse(text) ? new URL(text) : null;
  return address !== null && /^https?:$/u.test(address.protocol) ? address : null;
}

/**
 * Fetches a capture without cookies and without a referrer; browsers send the origin of the page with it. Stops as soon
 * as more than {@link MOST_OCTETS} are announced or come. Throws only what `signal` throws.
 */
export async function fetchCapture(
  address: URL,
  signal: AbortSignal,
  onProgress: (octets: number) => void,
  most = MOST_OCTETS,
): Promise<Result<File, FetchFailure>> {
  try {
    const response = await fetch(address, {
      mode: "cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      // The person agreed to this host only.
      redirect: "error",
      signal,
    });
    if (!response.ok || response.body === null) return fail({ kind: "status", status: response.status });
    if (Number(response.headers.get("content-length")) > most) {
      await response.body.cancel();
      return fail({ kind: "too-large" });
    }
    const parts = await storedParts(response.body.getReader(), most, onProgress);
    return parts === null ? fail({ kind: "too-large" }) : ok(new File(parts, nameOf(address)));
  } catch {
    signal.throwIfAborted();
    return fail({ kind: "unreachable" });
  }
}

/** The response in parts that the browser stores as files; null if it is more than `most` octets. */
async function storedParts(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  most: number,
  onProgress: (octets: number) => void,
): Promise<Blob[] | null> {
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let [octets, stored] = [0, 0];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    octets += next.value.length;
    if (octets > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(next.value);
    if (octets - stored >= PART_OCTETS) {
      parts.push(new Blob(chunks));
      chunks = [];
      stored = octets;
    }
    onProgress(octets);
  }
  return [...parts, new Blob(chunks)];
}

function nameOf({ pathname, hostname }: URL): string {
  const last = pathname.split("/").findLast((part) => part !== "");
  return last === undefined ? hostname : decoded(last);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
