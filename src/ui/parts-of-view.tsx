import type { ComponentType } from "react";
import { captureOf } from "../store/selectors.ts";
import { LoadingPart } from "./loading/loading-part.ts";
import { preloadDiagramWords } from "./messages/load-messages.ts";
import { laterPart } from "./parts/later-part.tsx";
import { useSynfin } from "./use-synfin.ts";
import type { PartedView } from "./use-views.ts";
import type { View } from "./view.ts";

type LoadsPart = () => Promise<ComponentType<object>>;

/** A view with its parts; each is loaded when it is first drawn, or before, when `preload` is called. */
export function partsOfView(view: View): PartedView {
  const meanwhile = view.place === "stage" ? <NotYet /> : null;
  return {
    view,
    Part: view.part ? laterPart(view.part as LoadsPart, meanwhile) : null,
    Waiting: view.waiting ? laterPart(view.waiting.part) : null,
  } as PartedView;
}

/** Loads the stage on which everything is shown that is opened, and its words. */
export function preloadStage(views: readonly PartedView[]): void {
  preloadDiagramWords();
  for (const { view, Part } of views) if (view.place === "stage" && !view.leave) Part?.preload();
}

/** Shown for a capture that is read before the part of its stage is loaded. */
function NotYet() {
  const capture = useSynfin(captureOf);
  return capture && <LoadingPart reading={{ name: capture.name, read: null, lines: [] }} />;
}
