import type { LinkView } from "../../store/link-text.ts";
import type { EncodedLink } from "../../store/opened-capture.ts";
import { punctuation } from "../parts/punctuation.words.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { addressOfLink, LIMITS } from "./address-of-link.ts";
import { PassOn } from "./PassOn.tsx";
import { shareWords } from "./share.words.ts";

interface LinkMadeProps {
  readonly link: EncodedLink | null;
  readonly title: string;
  /** The segment at which it opens; 0 = the beginning. */
  readonly step: number;
  /** The view with which it opens; null: as any connection. */
  readonly opening: string | null;
}

/** The link with its length, where it fits, and the ways to pass it on. */
export function LinkMade({ link, title, step, opening }: LinkMadeProps) {
  const share = useWords(shareWords);
  const { colon } = useWords(punctuation);
  const scale = useSynfin((state) => state.timeScale);
  const numbers = useSynfin((state) => state.numbers);
  const language = useSynfin((state) => state.language);
  if (link === null) return <p role="status">{share.making}</p>;
  if (link.fragment === null) {
    return (
      <p role="status" className="share-refused">
        {link.why === "untrue" ? share.untrue : share.tooLong}
      </p>
    );
  }
  const view: LinkView = {
    step,
    scale,
    numbers,
    ...(language !== "en" && { language }),
    ...(opening !== null && { view: opening }),
  };
  const address = addressOfLink(window.location.href, link.fragment, view);
  if (address.length > LIMITS.browser) {
    return (
      <p role="status" className="share-refused">
        {share.tooLong}
      </p>
    );
  }
  const embedded = addressOfLink(window.location.href, link.fragment, { ...view, view: "embed" });
  const name = title || share.untitled;
  return (
    <>
      {link.folded > 0 && <p>{share.folded(link.folded)}</p>}
      <p role="status" className="share-length">
        <strong>{share.length(address.length)}</strong>
        {colon}
        {fits(address.length, share)}
      </p>
      <PassOn key={address} address={address} embedded={embedded} name={name} />
    </>
  );
}

function fits(
  length: number,
  share: Readonly<Record<"fitsAll" | "fitsMail" | "fitsBrowser", string>>,
): string {
  if (length <= LIMITS.qr) return share.fitsAll;
  return length <= LIMITS.mail ? share.fitsMail : share.fitsBrowser;
}
