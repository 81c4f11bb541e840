import { ACK, SYN } from "../../segments/flags.ts";
import { ExamplePicture, type PictureSegment } from "../empty-page/ExamplePicture.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { entryWords } from "./entry.words.ts";

/** A SYN that is lost, and again with its answer. */
const TRIED: readonly PictureSegment[] = [
  { fromClient: true, flags: SYN, hasData: false, isLost: true },
  { fromClient: true, flags: SYN, hasData: false, isLost: false },
  { fromClient: false, flags: SYN | ACK, hasData: false, isLost: true },
];

/** Ways in without a capture: nothing of what they show was captured. */
export function LabEntries() {
  const words = useWords(entryWords);
  const enter = useSynfin((state) => state.enterLaboratory);
  return (
    <ul className="lab-entries">
      <li>
        <button
          type="button"
          className="lab-entry"
          onClick={() => enter({ kind: "empty", name: words.runName })}
        >
          <ExamplePicture segments={TRIED} />
          <span className="example-words">
            <strong>{words.build}</strong>
            <span>{words.buildText}</span>
          </span>
        </button>
      </li>
      <li>
        <button
          type="button"
          className="lab-entry"
          onClick={() => enter({ kind: "lesson", name: words.lesson })}
        >
          <ExamplePicture segments={TRIED.slice(1)} />
          <span className="example-words">
            <strong>{words.lesson}</strong>
            <span>{words.lessonText}</span>
          </span>
        </button>
      </li>
    </ul>
  );
}
