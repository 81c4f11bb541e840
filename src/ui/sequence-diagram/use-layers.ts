import { useContext, useEffect, useState } from "react";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { wordsOfPart } from "../messages/load-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { ViewsContext } from "../use-views.ts";
import { LanguageContext } from "../use-words.ts";
import type { Layer, LayerOf } from "./layer.ts";

const NONE: readonly Layer[] = [];

/**
 * The layers of the diagram on screen, of the views that have one now. The part of each is loaded when it is wanted.
 * null: one is awaited that will say where the lifelines stand.
 */
export function useLayers(analysis: ConnectionAnalysis | null): readonly Layer[] | null {
  const views = useContext(ViewsContext);
  const language = useContext(LanguageContext);
  const [loaded, setLoaded] = useState<ReadonlyMap<string, LayerOf>>(new Map());
  const wanted = useSynfin((state) =>
    views.flatMap(({ view }) => (view.layer?.isOn(state) ? view.name : [])).join(" "),
  );
  useEffect(() => {
    for (const { view } of views)
      if (view.layer && wanted.split(" ").includes(view.name))
        withWords(view.layer.part()).then(
          (part) => setLoaded((before) => new Map(before).set(view.name, part)),
          // `LostParts` says so on the page; it is asked for again when it is wanted again.
          () => setLoaded((before) => new Map(before).set(view.name, () => null)),
        );
  }, [views, wanted]);
  const [same] = useState(keeper);
  const isAwaited = useSynfin((state) =>
    views.some(
      ({ view: { name, layer } }) => layer?.isAwaited?.(state) && !(layer.isOn(state) && loaded.has(name)),
    ),
  );
  const layers = useSynfin((state) =>
    analysis === null
      ? NONE
      : same(wanted.split(" ").flatMap((name) => loaded.get(name)?.(state, analysis, language) ?? [])),
  );
  return isAwaited ? null : layers;
}

async function withWords<Part>(loading: Promise<Part>): Promise<Part> {
  const part = await loading;
  await wordsOfPart();
  return part;
}

/** Keeps a list as long as a new one holds the same layers. */
function keeper(): (now: readonly Layer[]) => readonly Layer[] {
  let kept = NONE;
  return (now) => {
    if (now.length !== kept.length || now.some((layer, index) => layer !== kept[index])) kept = now;
    return kept;
  };
}
