import { fail, ok, type Result } from "../../base/result.ts";

/** Why a capture could not be fetched. */
export type FetchFailure =
  /** Not there, not to be reached, leads elsewhere, or its host does not let other pages read it (CORS): browsers tell no more. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "too-large" };

/** More than this is no file for a link. */
const MOST_OCTETS = 1 << 30;

/**
 * The page that may ask other hosts: index.html with a wider Content-Security-Policy (vite.config.ts). Whoever does not
 * follow such a link never opens a page that could.
 */
export const FETCHING_PAGE = "from-address.html";

/** The address that `#url=` asks for; null if it is none of the web. */
export function addressAskedFor(fragment: string): URL | null {
  const told = /^url=(?<told>.+)$/su.exec(fragment)?.groups?.["told"];
  if (told === undefined) return null;
  // An address that is not encoded may itself contain &.
  const text = told.includes("://") ? told : decoded(told.replace(/&.*$/su, ""));
  const address = URL.canParse(text) ? new URL(text) : null;
  return address !== null && /^https?:$/u.test(address.protocol) ? address : null;
}

/**
 * Fetches a capture without telling its host more than that it is asked for: no cookies, no referrer. Stops as soon as
 * more than {@link MOST_OCTETS} come. Throws only what `signal` throws.
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
      // The person agreed to ask this host, no other.
      redirect: "error",
      signal,
    });
    if (!response.ok || response.body === null) return fail({ kind: "status", status: response.status });
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let octets = 0;
    const reader = response.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      octets += next.value.length;
      if (octets > most) {
        await reader.cancel();
        return fail({ kind: "too-large" });
      }
      chunks.push(next.value);
      onProgress(octets);
    }
    return ok(new File(chunks, nameOf(address)));
  } catch {
    signal.throwIfAborted();
    return fail({ kind: "unreachable" });
  }
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
