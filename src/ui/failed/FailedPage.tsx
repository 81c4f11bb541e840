import "./failed.css";
import type { OpenFailure } from "../../store/opened-capture.ts";
import { CaptureList } from "../captures/CaptureList.tsx";
import { ExampleGallery, type OfferedExample } from "../empty-page/ExampleGallery.tsx";
import { Intake } from "../empty-page/Intake.tsx";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { useFailureText } from "./use-failure-text.ts";

interface FailedPageProps {
  readonly failure: OpenFailure;
  readonly examples: readonly OfferedExample[];
}

/** Why nothing is open, in one sentence, and all the ways in once more. */
export function FailedPage({ failure, examples }: FailedPageProps) {
  const messages = useMessages();
  const wordFailure = useFailureText();
  const lastOpened = useSynfin((state) => state.lastOpened);
  const openLast = useSynfin((state) => state.openLast);
  return (
    <div className="entrance">
      <div className="failure" role="alert">
        <h2>{titleOf(failure, messages)}</h2>
        <p>{wordFailure(failure)}</p>
        {lastOpened && (
          <button type="button" className="button" onClick={openLast}>
            {messages.failed.back(lastOpened.name)}
          </button>
        )}
      </div>
      <CaptureList />
      <Intake />
      <ExampleGallery examples={examples} />
    </div>
  );
}

function titleOf({ kind }: OpenFailure, { failed }: Messages): string {
  return failed[`${kind}Title`];
}
