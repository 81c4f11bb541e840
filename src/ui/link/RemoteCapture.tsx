import "../parts/dialog.css";
import "../help/help.css";
import { useEffect, useRef, useState } from "react";
import { formatOctets } from "../figures.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { type FetchFailure, fetchCapture } from "./fetch-capture.ts";
import { linkWords } from "./link.words.ts";
import { isFramedByOthers, whyForbidden } from "./may-fetch.ts";

interface RemoteCaptureProps {
  readonly address: URL;
  readonly onClose: () => void;
}

type Progress =
  | { readonly kind: "asking" }
  | { readonly kind: "fetching"; readonly octets: number; readonly fetching: AbortController }
  | { readonly kind: "failed"; readonly failure: FetchFailure };

/** Asks before a capture is fetched from the host that a link names, fetches it, and opens it; or says why it does not ask. */
export function RemoteCapture({ address, onClose }: RemoteCaptureProps) {
  const { remote } = useWords(linkWords).link;
  const openFile = useSynfin((state) => state.openFile);
  const [progress, setProgress] = useState<Progress>({ kind: "asking" });
  const [forbidden] = useState(() => whyForbidden(address, isFramedByOthers(window)));
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  async function begin(): Promise<void> {
    const fetching = new AbortController();
    const report = (octets: number): void => setProgress({ kind: "fetching", octets, fetching });
    report(0);
    const result = await fetchCapture(address, fetching.signal, report);
    if (!result.ok) setProgress({ kind: "failed", failure: result.error });
    else {
      onClose();
      openFile(result.value);
    }
  }

  function leave(): void {
    if (progress.kind === "fetching") progress.fetching.abort();
    onClose();
  }

  return (
    <dialog
      ref={dialog}
      className="sheet help remote"
      aria-label={remote.title(address.host)}
      onClose={leave}
    >
      <h2>{remote.title(address.host)}</h2>
      <p>
        {forbidden === null
          ? remote.what(address.host, window.location.origin)
          : remote.forbidden[forbidden](address.host)}
      </p>
      <p>
        <code>{address.href}</code>
      </p>
      <p role="status">
        {progress.kind === "fetching" && remote.fetched(formatOctets(progress.octets))}
        {progress.kind === "failed" && remote[progress.failure.kind](address.host)}
      </p>
      <div className="remote-actions">
        {forbidden === null && progress.kind !== "fetching" && (
          <button type="button" className="button primary" onClick={() => void begin().catch(() => {})}>
            {remote.fetch(address.host)}
          </button>
        )}
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {remote.leave}
        </button>
      </div>
    </dialog>
  );
}
