import { useState } from "react";
import { useWords } from "../use-words.ts";
import { embeddingOf, LIMITS, markdownOf } from "./address-of-link.ts";
import { QrCode } from "./QrCode.tsx";
import { shareWords } from "./share.words.ts";

interface PassOnProps {
  readonly address: string;
  /** The address for a frame in another page; null: it is not meant for one. */
  readonly embedded: string | null;
  readonly name: string;
}

/** An address, and the ways to pass it on. */
export function PassOn({ address, embedded, name }: PassOnProps) {
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
  // A page on a disk: another machine could not open what it scans.
  const isOfTheWeb = /^https?:/u.test(address);
  return (
    <>
      <input
        className="share-link"
        aria-label={share.link}
        readOnly
        value={address}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div className="share-actions">
        <button type="button" className="button primary" onClick={() => copy(address)}>
          {share.copy}
        </button>
        <button type="button" className="button" onClick={() => copy(markdownOf(name, address))}>
          {share.markdown}
        </button>
        {embedded !== null && (
          <button type="button" className="button" onClick={() => copy(embeddingOf(name, embedded))}>
            {share.embed}
          </button>
        )}
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
      {isOfTheWeb && address.length <= LIMITS.qr && <QrCode text={address} label={share.qr} />}
    </>
  );
}
