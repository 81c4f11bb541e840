import { useState } from "react";
import type { LinkView } from "../../store/link-text.ts";
import type { EncodedLink } from "../../store/opened-capture.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { addressOfLink, embeddingOf, LIMITS, markdownOf } from "./address-of-link.ts";
import { QrCode } from "./QrCode.tsx";
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
  // A page on a disk: another machine could not open what it scans.
  const isOfTheWeb = /^https?:/u.test(address);
  return (
    <>
      {link.folded > 0 && <p>{share.folded(link.folded)}</p>}
      <p role="status" className="share-length">
        <strong>{share.length(address.length)}</strong>: {fits(address.length, share)}
      </p>
      <input
        className="share-link"
        aria-label={share.link}
        readOnly
        value={address}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Actions
        key={address}
        address={address}
        markdown={markdownOf(name, address)}
        embedding={embeddingOf(name, embedded)}
        name={name}
      />
      {isOfTheWeb && address.length <= LIMITS.qr && <QrCode text={address} label={share.qr} />}
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

interface ActionsProps {
  readonly address: string;
  readonly markdown: string;
  readonly embedding: string;
  readonly name: string;
}

function Actions({ address, markdown, embedding, name }: ActionsProps) {
  const share = useWords(shareWords);
  const [said, setSaid] = useState("");
  const copy = (text: string): void => {
    // Without https there is no clipboard API.
    const writing = navigator.clipboard
      ? navigator.clipboard.writeText(text)
      : Promise.reject(new Error("none"));
    writing.then(
      () => setSaid(share.copied),
      () => setSaid(share.notCopied),
    );
  };
  return (
    <div className="share-actions">
      <button type="button" className="button primary" onClick={() => copy(address)}>
        {share.copy}
      </button>
      <button type="button" className="button" onClick={() => copy(markdown)}>
        {share.markdown}
      </button>
      <button type="button" className="button" onClick={() => copy(embedding)}>
        {share.embed}
      </button>
      {"share" in navigator && (
        <button
          type="button"
          className="button"
          onClick={() => {
            // Rejects when the person closes the system's sheet, which is no error.
            navigator.share({ title: name, url: address }).catch(() => {});
          }}
        >
          {share.system}
        </button>
      )}
      <span role="status">{said}</span>
    </div>
  );
}
