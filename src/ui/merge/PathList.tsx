import { visibleText } from "../../base/visible-text.ts";
import { formatEndpoint } from "../../segments/endpoint.ts";
import type { OwnSides } from "../../store/opened-capture.ts";
import type { Side } from "../../tcp/state.ts";
import { useWords } from "../use-words.ts";
import { merging } from "./merge.words.ts";

const SIDES: readonly Side[] = ["client", "server"];

/** What is in between: everything that the path changed of what each end sent. */
export function PathList({ changed }: { readonly changed: OwnSides["changed"] }) {
  const words = useWords(merging);
  const lines = useChangeLines();
  const rows = SIDES.map((side) => [side, lines(changed[side])] as const).filter(
    ([, told]) => told.length > 0,
  );
  if (rows.length === 0) return <p className="merge-rest">{words.unchanged}</p>;
  return (
    <div className="merge-path">
      <h3>{words.path}</h3>
      <dl>
        {rows.map(([side, told]) => (
          <div key={side}>
            <dt className={side}>{words.changed.of[side]}</dt>
            {told.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A function that names what the path changed of either end's segments, each once. */
export function useChangedNames(): (changed: OwnSides["changed"]) => string[] {
  const { changed: words } = useWords(merging);
  return (changed) => {
    const has = (field: keyof OwnSides["changed"]["client"]): boolean =>
      SIDES.some((side) => changed[side][field] !== undefined);
    return [
      ...(has("endpoint") ? [words.endpoint] : []),
      ...(has("sequenceShift") ? [words.sequenceShift] : []),
      ...(has("mss") ? ["MSS"] : []),
      ...(has("windowScale") ? [words.windowScale] : []),
      ...(has("sackPermitted") ? [words.sackPermitted] : []),
      ...(has("timestamps") ? [words.timestamps] : []),
      ...(has("congestionBitsCleared") ? [words.congestion] : []),
    ];
  };
}

/** A function that words what the path changed of one end's segments. */
function useChangeLines(): (changes: OwnSides["changed"]["client"]) => string[] {
  const { changed: words } = useWords(merging);
  const value = (one: string | number | boolean | null): string =>
    one === null || one === false ? words.none : one === true ? "✓" : String(one);
  const from = <T,>(name: string, change: { sent: T; arrived: T } | undefined, said: (one: T) => string) =>
    change === undefined ? [] : [`${name}: ${said(change.sent)} → ${said(change.arrived)}`];
  return ({
    endpoint,
    sequenceShift,
    mss,
    windowScale,
    sackPermitted,
    timestamps,
    congestionBitsCleared,
    hops,
  }) => [
    ...from(words.endpoint, endpoint, (one) => visibleText(formatEndpoint(one))),
    ...(sequenceShift === undefined ? [] : [words.sequenceShift]),
    ...from("MSS", mss, value),
    ...from(words.windowScale, windowScale, value),
    ...from(words.sackPermitted, sackPermitted, value),
    ...from(words.timestamps, timestamps, value),
    ...(congestionBitsCleared ? [words.congestion] : []),
    ...(hops === undefined ? [] : [words.hops(hops[0], hops[1])]),
  ];
}
