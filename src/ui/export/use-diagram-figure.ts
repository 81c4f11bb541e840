import { sequenceFigure } from "../../diagram/figure/sequence-figure.ts";
import { railsOf, roomOfLayers, type SequenceLayer } from "../../diagram/sequence/layer.ts";
import { layOut } from "../../diagram/sequence/layout.ts";
import { metricsFor } from "../../diagram/sequence/metrics.ts";
import type { SequenceWords } from "../../diagram/sequence/sequence-words.ts";
import { USUAL_ZOOM } from "../../diagram/sequence/zoom.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { diagramWords } from "../sequence-diagram/diagram.words.ts";
import { endRoles } from "../sequence-diagram/end-roles.ts";
import { useScene } from "../sequence-diagram/scene.ts";
import { sequenceWords } from "../sequence-diagram/sequence-words.ts";
import { useLayers } from "../sequence-diagram/use-layers.ts";
import { bandName } from "../state-names.ts";
import { isClock } from "../times/time-forms.ts";
import { timesWords } from "../times/times.words.ts";
import { useEndpointText } from "../use-endpoint-text.ts";
import { useMessages } from "../use-messages.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { exportWords } from "./export.words.ts";
import { paintsOf } from "./paints-of.ts";

/** Width of a picture of the diagram, without its rails; pixels. */
const WIDTH = 760;

/** How a figure differs from what is on screen. */
interface Otherwise {
  /** The beginning of the connection. */
  readonly analysis?: ConnectionAnalysis;
  readonly layers?: readonly SequenceLayer[];
  readonly label?: (position: number, usual: SequenceWords["label"]) => ReturnType<SequenceWords["label"]>;
  /** The bands are left blank. */
  readonly hasBlankStates?: boolean;
}

/** Draws the whole diagram, cut only if it is higher than a picture can be. */
export function useDiagramFigure(whole: ConnectionAnalysis, footnote: string | null) {
  const { ends } = useMessages();
  const language = useLanguage();
  const diagram = useWords(diagramWords);
  const { heads } = useWords(timesWords);
  const title = useWords(exportWords).pictures.diagram;
  const endpointText = useEndpointText();
  const { numbers, scale, times, timesWithin } = useScene(whole, 0);
  const shownLayers = useLayers(whole) ?? [];
  const roles = endRoles(whole, ends, diagram);
  const { client, server } = whole.connection;
  return (
    scheme: string,
    highest: number,
    { analysis = whole, layers = shownLayers, label, hasBlankStates = false }: Otherwise = {},
  ) => {
    const rails = railsOf(layers);
    const width = rails.reduce((sum, rail) => sum + rail.width, WIDTH);
    const metrics = metricsFor(width, { clock: isClock(times), rails });
    const usual = sequenceWords(analysis, language, numbers);
    const said = label ? { ...usual, label: (position: number) => label(position, usual.label) } : usual;
    const layout = layOut(analysis, said, metrics, scale, USUAL_ZOOM, roomOfLayers(layers));
    const svg = sequenceFigure({
      layout,
      highest,
      title,
      footnote,
      paints: paintsOf(scheme),
      heads: {
        client: { role: roles.client, name: endpointText(client) },
        server: { role: roles.server, name: endpointText(server) },
      },
      timeHead: heads[times],
      timeAt: timesWithin(metrics.timeCharacters),
      nameOf: hasBlankStates ? null : (end) => bandName(end, language),
      layers,
    });
    return { svg, isCut: layout.height > highest };
  };
}
