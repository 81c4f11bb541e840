import { useState } from "react";
import type { LinkReduction, LinkWish } from "../../store/opened-capture.ts";
import { useWords } from "../use-words.ts";
import { LIMITS } from "./address-of-link.ts";
import { shareWords } from "./share.words.ts";
import { useLink } from "./use-link.ts";

interface LeaveOutProps {
  readonly wish: LinkWish;
  /** Segments of the connection. */
  readonly segments: number;
  readonly onChoose: (reduction: LinkReduction) => void;
}

/** Ways to a shorter link, the mildest first; offered once a link to the whole connection exceeds the first limit. */
export function LeaveOut({ wish, segments, onChoose }: LeaveOutProps) {
  const share = useWords(shareWords);
  const whole = useLink({ ...wish, reduction: { kind: "none" } });
  const [isOffered, setOffered] = useState(false);
  const isLong = whole !== null && (whole.fragment === null || whole.fragment.length > LIMITS.qr);
  if (isLong && !isOffered) setOffered(true);
  if (!isOffered) return null;
  const { reduction } = wish;
  const choices: readonly { readonly label: string; readonly reduction: LinkReduction }[] = [
    { label: share.nothing, reduction: { kind: "none" } },
    { label: share.options, reduction: { kind: "options" } },
    { label: share.middle, reduction: { kind: "middle" } },
    {
      label: share.range,
      reduction:
        reduction.kind === "range" ? reduction : { kind: "range", from: 1, to: Math.min(segments, 20) },
    },
  ];
  return (
    <fieldset className="share-reductions">
      <legend>{share.leaveOut}</legend>
      {choices.map((choice) => (
        <label key={choice.reduction.kind}>
          <input
            type="radio"
            name="reduction"
            checked={reduction.kind === choice.reduction.kind}
            onChange={() => onChoose(choice.reduction)}
          />
          {choice.label}
          <LinkLength wish={{ ...wish, reduction: choice.reduction }} />
        </label>
      ))}
      {reduction.kind === "range" && <Range {...reduction} segments={segments} onChoose={onChoose} />}
    </fieldset>
  );
}

/** How long the link would be. */
function LinkLength({ wish }: { readonly wish: LinkWish }) {
  const share = useWords(shareWords);
  const fragment = useLink(wish)?.fragment ?? null;
  return fragment === null ? null : <small>{share.length(fragment.length)}</small>;
}

interface RangeProps {
  readonly from: number;
  readonly to: number;
  readonly segments: number;
  readonly onChoose: (reduction: LinkReduction) => void;
}

function Range({ from, to, segments, onChoose }: RangeProps) {
  const share = useWords(shareWords);
  const within = (value: number, low: number, high: number): number =>
    Math.max(low, Math.min(Math.trunc(value) || low, high));
  return (
    <p className="share-range">
      <label>
        {share.from}
        <input
          type="number"
          min={1}
          max={to}
          value={from}
          onChange={({ currentTarget }) =>
            onChoose({ kind: "range", from: within(currentTarget.valueAsNumber, 1, to), to })
          }
        />
      </label>
      <label>
        {share.to}
        <input
          type="number"
          min={from}
          max={segments}
          value={to}
          onChange={({ currentTarget }) =>
            onChoose({ kind: "range", from, to: within(currentTarget.valueAsNumber, from, segments) })
          }
        />
      </label>
    </p>
  );
}
