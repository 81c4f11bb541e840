import "../class/class-card.css";
import "./laboratory.css";
import type { RunSegment } from "../../lab/edit/edited-run.ts";
import { printPattern } from "../../lab/script/print-script.ts";
import { speaksAt } from "../../store/laboratory/spoken-for.ts";
import type { OpenedRun } from "../../store/opened-capture.ts";
import { Switch } from "../parts/Switch.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { benchWords } from "./bench.words.ts";
import { editWords } from "./edit.words.ts";
import { FORGE_ID } from "./forge-id.ts";
import { editOf, GESTURE_KEYS, type Gesture, GESTURES, labelOfGesture } from "./gestures.ts";
import { LabTaskCard } from "./LabTaskCard.tsx";
import { useDifferenceSentence } from "./use-difference-sentence.ts";
import { useLabKeys } from "./use-lab-keys.ts";
import { useLaboratory } from "./use-laboratory.ts";
import { useRun, useRunSegments } from "./use-run.ts";
import { useEditWords } from "./word-edit.ts";

/** What is simulated, how far it can be trusted, what differs, and what can be done with the chosen segment. */
export function LabCard() {
  const run = useRun();
  return run && <Bench run={run} />;
}

function Bench({ run }: { readonly run: OpenedRun }) {
  const words = useWords(benchWords);
  const laboratory = useLaboratory();
  const position = useSynfin((state) => state.position);
  const look = useSynfin((state) => state.look);
  const isExploring = useSynfin(({ mode }) => mode.kind === "exploring");
  const segment = useRunSegments()[position - 1];
  const mayBeEdited = segment !== undefined && speaksAt(run, segment.sentAt);
  const act = (gesture: Gesture): void => {
    const edit = segment !== undefined && mayBeEdited && isExploring ? editOf(gesture, segment, run) : null;
    if (edit !== null) laboratory?.edit(edit);
  };
  useLabKeys({
    laboratory,
    gesture: act,
    inject: () => {
      look({ pane: "connections" });
      const field = document.getElementById(FORGE_ID);
      field?.closest("details")?.setAttribute("open", "");
      // On a phone its pane is drawn first.
      requestAnimationFrame(() => field?.focus());
    },
  });
  const { seenFrom } = run.wish;
  return (
    <section className="class-card lab-card" aria-label={words.simulated}>
      <div className="lab-card-head">
        <strong className="lab-simulated" title={words.simulatedHint}>
          {words.simulated}
        </strong>
        <Switch
          label={words.truths}
          chosen={TRUTHS[seenFrom ?? 2]}
          choices={[
            { id: "happened", label: words.happened, hint: words.happenedHint },
            { id: "client", label: words.seen(0), hint: words.seenHint(0) },
            { id: "server", label: words.seen(1), hint: words.seenHint(1) },
          ]}
          onChoose={(truth) => laboratory?.seeFrom(truth === "happened" ? null : truth === "client" ? 0 : 1)}
        />
      </div>
      <Fidelity run={run} />
      <LabTaskCard run={run} laboratory={laboratory} />
      <Difference run={run} />
      {isExploring && (
        <Gestures segment={segment} position={position} mayBeEdited={mayBeEdited} run={run} act={act} />
      )}
    </section>
  );
}

/** By the end that a capture is made at; what happened comes last. */
const TRUTHS = ["client", "server", "happened"] as const;

/** How far the laboratory speaks for the hosts of a capture: said before anything can be edited. */
function Fidelity({ run: { wish, facts } }: { readonly run: OpenedRun }) {
  const words = useWords(benchWords);
  const { fidelity } = wish;
  return (
    <>
      {fidelity !== null && (
        <p className="lab-fidelity">
          {fidelity.replays === fidelity.of
            ? words.replaysAll(fidelity.of)
            : words.replaysSome(fidelity.replays, fidelity.of)}
        </p>
      )}
      {facts.stopped !== null && <p className="lab-fidelity">{words.stopped(facts.stopped)}</p>}
    </>
  );
}

/** The difference to the original, announced with the edit that made it. */
function Difference({ run }: { readonly run: OpenedRun }) {
  const words = useWords(editWords);
  const say = useDifferenceSentence();
  const wordEdit = useEditWords(run);
  const { edits, text, original } = run.wish;
  const isEdited = edits.length > 0 || text !== original;
  return (
    <p className="lab-difference" role="status" aria-live="polite">
      {edits.length > 0 && <span className="unseen">{words.said(wordEdit(edits.length - 1))} </span>}
      {isEdited && say(run.facts)}
    </p>
  );
}

interface GesturesProps {
  readonly segment: RunSegment | undefined;
  readonly position: number;
  readonly mayBeEdited: boolean;
  readonly run: OpenedRun;
  readonly act: (gesture: Gesture) => void;
}

/** What can become of the chosen segment. */
function Gestures({ segment, position, mayBeEdited, run, act }: GesturesProps) {
  const words = useWords(editWords);
  if (segment === undefined) return <p className="lab-hint">{words.choose}</p>;
  return (
    <div className="lab-gestures" role="group" aria-label={words.segment(position)}>
      <p>
        {words.segment(position)}: <code>{printPattern(segment.name)}</code>
      </p>
      {mayBeEdited ? (
        GESTURES.map((gesture) => (
          <button
            key={gesture}
            type="button"
            className={gesture === "lose" ? "button primary" : "button"}
            title={`${labelOfGesture(gesture, segment, words)} (${GESTURE_KEYS[gesture]})`}
            aria-keyshortcuts={GESTURE_KEYS[gesture].replace("↓", "ArrowDown").replace("↑", "ArrowUp")}
            aria-disabled={editOf(gesture, segment, run) === null}
            onClick={() => act(gesture)}
          >
            {labelOfGesture(gesture, segment, words)}
          </button>
        ))
      ) : (
        <p className="lab-hint">{words.behind}</p>
      )}
    </div>
  );
}
