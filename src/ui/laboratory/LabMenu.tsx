import { useEffect, useEffectEvent, useRef, useState } from "react";
import { timeAtHeight } from "../../diagram/laboratory/time-heights.ts";
import { departureOf, topOf } from "../../diagram/sequence/placed-rows.ts";
import type { Edit } from "../../lab/edit/edits.ts";
import { type End, otherEnd } from "../../lab/script/script.ts";
import { speaksAt } from "../../store/laboratory/spoken-for.ts";
import type { OpenedRun } from "../../store/opened-capture.ts";
import { ActionList, type MenuAction } from "../parts/ActionMenu.tsx";
import type { OverProps } from "../sequence-diagram/layer.ts";
import { useWords } from "../use-words.ts";
import { buildWords, editWords } from "./edit.words.ts";
import { editOf, GESTURES, labelOfGesture } from "./gestures.ts";
import { listenForPresses } from "./listen-for-presses.ts";
import { useRunSegments } from "./use-run.ts";
import { labelOfVerb, verbNamed } from "./verbs.ts";

/** How near to a lifeline its menu is meant; CSS pixels. */
const NEAR = 14;
/** What an end may be made to call at the place of the menu. */
const CALLS = ["close", "send", "abort", "read", "crash"] as const;

/** Where the menu stands, and what it is about. */
interface Place {
  /** In the window. */
  readonly x: number;
  readonly y: number;
  /** Its height in the diagram, which is a time. */
  readonly height: number;
  /** The end whose calls it lists; null: the chosen segment. */
  readonly end: End | null;
}

interface LabMenuProps extends OverProps {
  readonly run: OpenedRun;
  /** The moment that the times of the diagram count from; nanoseconds since the run began. */
  readonly origin: number;
  readonly edit: (edit: Edit) => void;
}

/** What can become of a segment, or of an end: by right click, by a long press, or by the menu key at the chosen segment. */
export function LabMenu({ place, position, onPosition, run, origin, edit }: LabMenuProps) {
  const words = useWords(editWords);
  const builds = useWords(buildWords);
  const segments = useRunSegments();
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState<Place | null>(null);
  const { layout, first, last } = place;
  const { clientX, serverX } = layout.metrics;

  /** At the chosen segment. */
  const openBeside = (x: number, end: End | null): void => {
    const corner = anchor.current?.getBoundingClientRect();
    const height = departureOf(layout, position);
    if (corner !== undefined) setOpen({ x: corner.left + x, y: corner.top + height, height, end });
  };
  const openAt = useEffectEvent((pageX: number, pageY: number): boolean => {
    const corner = anchor.current?.getBoundingClientRect();
    if (corner === undefined || first === 0) return false;
    const [x, y] = [pageX - corner.left, pageY - corner.top];
    const end = x <= clientX + NEAR ? 0 : x >= serverX - NEAR ? 1 : null;
    let row = first;
    while (row < last && topOf(layout, row + 1) <= y) row++;
    if (end === null) onPosition(row);
    setOpen({ x: pageX, y: pageY, height: y, end });
    return true;
  });
  const openByKey = useEffectEvent(({ key, shiftKey, target }: KeyboardEvent): boolean => {
    const isAsked = key === "ContextMenu" || (key === "F10" && shiftKey);
    const isElsewhere = target instanceof Element && target.closest("input, textarea, select, [role=menu]");
    if (!isAsked || isElsewhere || position < first || position > last || position === 0) return false;
    openBeside(clientX + NEAR, null);
    return true;
  });
  useEffect(() => listenFor(anchor.current, openAt, openByKey), []);

  const actions =
    open === null ? [] : open.end === null ? segmentActions() : callActions(open.end, open.height);
  return (
    <>
      <span ref={anchor} className="lab-menu-anchor" />
      {open !== null && actions.length > 0 && (
        <ActionList
          key={open.end}
          label={open.end === null ? words.segment(position) : builds.callsOf(open.end)}
          actions={actions}
          at={open}
          onClose={(isDone) => {
            setOpen(null);
            if (isDone) anchor.current?.closest<HTMLElement>(".sequence-scroller")?.focus();
          }}
        />
      )}
    </>
  );

  function segmentActions(): MenuAction[] {
    const segment = segments[position - 1];
    if (segment === undefined) return [];
    const obstacle = speaksAt(run, segment.sentAt) ? null : words.behind;
    const gestures = GESTURES.flatMap((gesture): MenuAction[] => {
      const change = editOf(gesture, segment, run);
      const label = labelOfGesture(gesture, segment, words);
      return change === null ? [] : [{ label, obstacle, run: () => edit(change) }];
    });
    const { end } = segment.name;
    const lifelines = [end, otherEnd(end)].map((of) => ({
      label: builds.callsOf(of),
      obstacle,
      run: () => openBeside(of === 0 ? clientX : serverX, of),
    }));
    return [...gestures, ...lifelines];
  }

  function callActions(end: End, height: number): MenuAction[] {
    const time = Math.max(0, Math.round(timeAtHeight(layout, height) + origin));
    const obstacle = speaksAt(run, time) ? null : words.behind;
    const calls = CALLS.map((name) => ({
      label: builds.callHere(labelOfVerb(name, builds.verbs)),
      obstacle,
      run: () =>
        edit({
          kind: "add-call",
          call: { kind: "call", end, when: { kind: "at", time }, verb: verbNamed(name) },
        }),
    }));
    const listening = run.facts.calls.find(({ call }) => call.end === end && call.verb.kind === "listen");
    if (listening === undefined) return calls;
    const { statement, madeAt } = listening;
    return [
      ...calls,
      {
        label: builds.nobodyListens,
        obstacle: speaksAt(run, madeAt ?? 0) ? null : words.behind,
        run: () => edit({ kind: "remove-call", statement }),
      },
    ];
  }
}

/** Listens on the diagram for right clicks and long presses, and on the page for the menu key. */
function listenFor(
  anchor: HTMLElement | null,
  openAt: (x: number, y: number) => boolean,
  openByKey: (event: KeyboardEvent) => boolean,
): (() => void) | undefined {
  const canvas = anchor?.closest(".sequence-canvas");
  if (!(canvas instanceof HTMLElement)) return undefined;
  const ending = new AbortController();
  const { signal } = ending;
  listenForPresses(canvas, openAt, signal);
  document.addEventListener(
    "keydown",
    (event) => {
      if (document.querySelector("dialog[open]") !== null || !openByKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );
  return () => ending.abort();
}
