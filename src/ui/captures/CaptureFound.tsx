import { TONES, toneOf } from "../../diagram/overview/lanes.ts";
import type { CaptureLook } from "../../store/capture-choice.ts";
import { connectionsWords } from "../connections/connections.words.ts";
import { overTimeWords } from "../connections/over-time/over-time.words.ts";
import { useFailureText } from "../failed/use-failure-text.ts";
import { formatCount } from "../figures.ts";
import { useMessages } from "../use-messages.ts";
import { useWords } from "../use-words.ts";

/**
 * What is in a file: its connections and their outcomes, or why it cannot be read.
 * @param look undefined: not known yet
 */
export function CaptureFound({ look }: { readonly look: CaptureLook | undefined }) {
  const { captures: words } = useMessages();
  const connections = useWords(connectionsWords);
  const overTime = useWords(overTimeWords);
  const wordFailure = useFailureText();
  if (look === undefined) return <span className="entry-found">{words.notYet}</span>;
  if (look.kind === "left") return <span className="entry-found">{words.left}</span>;
  if (look.kind === "failed") {
    return <span className="entry-found tone-reset">{wordFailure(look.failure)}</span>;
  }
  return (
    <span className="entry-found">
      {connections.count(look.connections)}
      {countTones(look.outcomes).map(({ tone, count }) => (
        <span key={tone}>
          {" · "}
          <span className={`tone-${tone}`}>
            {formatCount(count)} {overTime.tones[tone]}
          </span>
        </span>
      ))}
    </span>
  );
}

/** How many connections ended in which tone; those that do not occur are left out. */
function countTones(outcomes: Extract<CaptureLook, { readonly kind: "read" }>["outcomes"]) {
  return TONES.map((tone) => ({
    tone,
    count: outcomes.reduce((sum, { outcome, count }) => sum + (toneOf(outcome) === tone ? count : 0), 0),
  })).filter(({ count }) => count > 0);
}
