import { type PointerEvent, useState } from "react";
import { heightAt, timeAtHeight } from "../../diagram/laboratory/time-heights.ts";
import type { LayerPlace } from "../../diagram/sequence/layer.ts";
import { departureOf, landingOf } from "../../diagram/sequence/placed-rows.ts";
import type { Edit } from "../../lab/edit/edits.ts";
import { printStatement } from "../../lab/script/print-script.ts";
import { speaksAt } from "../../store/laboratory/spoken-for.ts";
import type { OpenedRun } from "../../store/opened-capture.ts";
import { captureOf } from "../../store/selectors.ts";
import type { OverProps } from "../sequence-diagram/layer.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { layerWords } from "./bench.words.ts";
import { delayedBy } from "./gestures.ts";
import { LabMenu } from "./LabMenu.tsx";
import { useRun, useRunSegments } from "./use-run.ts";

/** Behind what it is dragged past, a segment arrives so much later; nanoseconds. */
const JUST_BEHIND = 1e6;

/** What can be dragged: the head of the chosen arrow, and calls along their lifelines. The same is done by keys. */
export function LabHandles(props: OverProps) {
  const { place, position } = props;
  const run = useRun();
  const isExploring = useSynfin(({ mode }) => mode.kind === "exploring");
  const laboratory = useSynfin((state) => state.laboratory);
  const origin = useSynfin((state) => Number(captureOf(state)?.timeBase.origin ?? 0));
  const segment = useRunSegments()[position - 1];
  const words = useWords(layerWords);
  if (run === null || laboratory === null || !isExploring || run.wish.seenFrom !== null) return null;
  const { layout, first, last } = place;
  const { clientX, serverX } = layout.metrics;
  const isInView = position >= first && position <= last;
  const edit = (change: Edit | null): void => {
    if (change !== null) laboratory.edit(change);
  };
  return (
    <>
      <LabMenu {...props} run={run} origin={origin} edit={edit} />
      {segment !== undefined && isInView && speaksAt(run, segment.sentAt) && !segment.isInjected && (
        <Handle
          className="lab-head"
          label={words.dragHead}
          x={segment.name.end === 0 ? serverX : clientX}
          y={landingOf(layout, position) ?? departureOf(layout, position) + layout.metrics.slant}
          onDrop={(y) => edit(delayedBy(segment.name, run, delayAt(place, position, y)))}
        />
      )}
      {callsInView(run, place, origin).map(({ statement, call, y }) => (
        <Handle
          key={statement}
          className={`lab-call ${call.end === 0 ? "client" : "server"}`}
          label={words.dragCall(printStatement(call))}
          x={call.end === 0 ? clientX : serverX}
          y={y}
          onDrop={(to) => {
            const by = timeAtHeight(layout, to) - timeAtHeight(layout, y);
            const pause = call.when.kind === "at" ? call.when.time : call.when.pause;
            const wanted = Math.max(0, Math.round((pause + by) / JUST_BEHIND) * JUST_BEHIND);
            edit(wanted === pause ? null : { kind: "move-call", statement, to: wanted });
          }}
        />
      ))}
    </>
  );
}

function callsInView({ facts }: OpenedRun, { layout, first, last }: LayerPlace, origin: number) {
  if (first === 0) return [];
  const [top, bottom] = [departureOf(layout, first) - layout.metrics.slant, departureOf(layout, last + 1)];
  return facts.calls.flatMap(({ statement, call, madeAt }) => {
    const y = madeAt === null ? Number.NaN : heightAt(layout, madeAt - origin);
    return y >= top && y <= bottom ? [{ statement, call, y }] : [];
  });
}

/** How much later than usual a segment arrives whose head is dropped at a height: just behind the row that is there. */
function delayAt({ layout }: LayerPlace, position: number, y: number): number {
  const { time } = layout.analysis.segments;
  const sent = time[position - 1] ?? 0;
  const passed = timeAtHeight(layout, y - layout.metrics.slant);
  const usual = heightAt(layout, sent) + layout.metrics.slant;
  return y <= usual + 4
    ? 0
    : Math.max(0, Math.round((passed - sent + JUST_BEHIND) / JUST_BEHIND) * JUST_BEHIND);
}

interface HandleProps {
  readonly className: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly onDrop: (y: number) => void;
}

/** Follows the pointer along the time, and is dropped where it is let go. Who uses keys has them in the card. */
function Handle({ className, label, x, y, onDrop }: HandleProps) {
  const [by, setBy] = useState<number | null>(null);
  const [from, setFrom] = useState(0);
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (by !== null) setBy(event.clientY - from);
  };
  const drop = (): void => {
    if (by !== null && Math.abs(by) > 3) onDrop(y + by);
    setBy(null);
  };
  return (
    <span
      className={`lab-handle ${className}`}
      title={label}
      aria-hidden="true"
      style={{ left: x, top: y + (by ?? 0) }}
      data-dragged={by !== null}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(event.clientY);
        setBy(0);
      }}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={() => setBy(null)}
    />
  );
}
