import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { drawView } from "../diagram/sequence/draw-view.ts";
import { layOut } from "../diagram/sequence/layout.ts";
import { metricsFor } from "../diagram/sequence/metrics.ts";
import { analysisOf, numbersShownOf } from "../store/selectors.ts";
import type { SynfinStore } from "../store/synfin-store.ts";
import { Explorer } from "../ui/explorer/Explorer.tsx";
import type { Messages } from "../ui/messages/en.ts";
import { partsOfView } from "../ui/parts-of-view.tsx";
import { sequenceWords } from "../ui/sequence-diagram/sequence-words.ts";
import { MessagesContext } from "../ui/use-messages.ts";
import { StoreContext } from "../ui/use-synfin.ts";
import { ViewsContext } from "../ui/use-views.ts";
import { LanguageContext } from "../ui/use-words.ts";
import { VIEWS } from "../ui/views.ts";

/**
 * All text of the explorer: panels, graph and playback as React renders them (attributes included, for what is read
 * out stands there), and the words of the diagram, which is laid out only where there is a width. The card of a
 * lesson, which is loaded later, is not in it.
 */
export function pageText(store: SynfinStore, messages: Messages): string {
  const analysis = analysisOf(store.getState());
  if (analysis === null) throw new Error("nothing is open");
  // On a server the hook asks for the state at the beginning.
  const now: SynfinStore = { ...store, getInitialState: store.getState };
  const page = renderToStaticMarkup(
    createElement(
      StoreContext,
      { value: now },
      createElement(
        ViewsContext,
        { value: VIEWS.map(partsOfView) },
        createElement(
          LanguageContext,
          { value: now.getState().language },
          createElement(MessagesContext, { value: messages }, createElement(Explorer)),
        ),
      ),
    ),
  );
  const words = sequenceWords(analysis, store.getState().language, numbersShownOf(store.getState()));
  const layout = layOut(analysis, words, metricsFor(700), "compressed");
  const drawn = JSON.stringify(drawView(layout, 0, layout.height), (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return `${page}\n${drawn}`.replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}
