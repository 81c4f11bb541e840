/** Why the page does not ask whether to fetch what an address names. */
export type Forbidden =
  /** Browsers refuse to fetch an address with a user name or password, and it may look like another host. */
  | "user-information"
  /** A page of another site shows this one in a frame, and could put the button under the person's pointer. */
  | "framed";

/** Whether a page of another origin shows this one in a frame. */
export function isFramedByOthers({ top, self, location }: Window & typeof globalThis): boolean {
  if (top === null || top === self) return false;
  try {
    return top.location.origin !== location.origin;
  } catch {
    // Only a page of the same origin may look.
    return true;
  }
}

/** null: the person may be asked. */
export function whyForbidden({ username, password }: URL, isFramed: boolean): Forbidden | null {
  if (isFramed) return "framed";
  return username === "" && password === "" ? null : "user-information";
}
