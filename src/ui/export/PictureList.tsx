import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useScene } from "../sequence-diagram/scene.ts";
import { SequenceDiagram } from "../sequence-diagram/SequenceDiagram.tsx";
import { useLayers } from "../sequence-diagram/use-layers.ts";
import { StateGraph } from "../state-graph/StateGraph.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { watchSize } from "../watch-element.ts";
import { exportWords } from "./export.words.ts";
import { fileName } from "./file-name.ts";
import { pngPicture } from "./png-picture.ts";
import { saveFile } from "./save-file.ts";
import { svgPicture } from "./svg-picture.ts";

const SCHEMES = ["light", "dark"] as const;
const SUBJECTS = ["diagram", "graph"] as const;
type Subject = (typeof SUBJECTS)[number];

/** Browsers paint no canvas higher than 32,767 pixels; the PNG has twice as many as the stage. */
const HIGHEST = 16_000;
const NOTHING = (): void => undefined;

interface PictureListProps {
  readonly capture: OpenedCapture;
  readonly analysis: ConnectionAnalysis;
  readonly onSaid: (said: string) => void;
}

/** Saves the whole diagram, or the graph as it stands, as a picture in either theme. */
export function PictureList({ capture, analysis, onSaid }: PictureListProps) {
  const words = useWords(exportWords);
  const [scheme, setScheme] = useState<(typeof SCHEMES)[number]>("light");
  const diagramStage = useRef<HTMLDivElement>(null);
  const graphStage = useRef<HTMLDivElement>(null);
  const { client, server } = analysis.connection;
  const mark = capture.run !== null && <p className="simulated-mark">{words.simulated}</p>;
  const save = async (subject: Subject, ending: "svg" | "png"): Promise<void> => {
    const stage = (subject === "diagram" ? diagramStage : graphStage).current;
    if (stage === null) return;
    const svg = inScheme(scheme, () => svgPicture(stage, partsOf(stage), words.pictures[subject]));
    const name = fileName(capture.name, [client, server], `${subject}.${ending}`);
    const isCut = stage.dataset["cut"] === "true";
    try {
      const picture = ending === "svg" ? svg : await pngPicture(svg);
      if (picture === null) return onSaid(words.tooLarge);
      saveFile(name, picture, ending === "svg" ? "image/svg+xml" : "image/png");
      return onSaid(isCut ? words.cut(name) : words.saved(name));
    } catch (error) {
      return onSaid(words.unpainted(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <>
      <ul className="export-forms">
        {SUBJECTS.map((subject) => (
          <li key={subject}>
            <h3>{words.pictures[subject]}</h3>
            {(["svg", "png"] as const).map((ending) => (
              <button
                key={ending}
                type="button"
                className="button"
                aria-label={words.saveAs(`${words.pictures[subject]}, ${ending.toUpperCase()}`)}
                onClick={() => void save(subject, ending)}
              >
                {ending.toUpperCase()}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <select
        className="button"
        aria-label={words.schemes.label}
        value={scheme}
        onChange={({ currentTarget }) => setScheme(currentTarget.value === "dark" ? "dark" : "light")}
      >
        {SCHEMES.map((each) => (
          <option key={each} value={each}>
            {words.schemes[each]}
          </option>
        ))}
      </select>
      <div className="export-stages" aria-hidden="true" inert>
        <DiagramStage analysis={analysis} mark={mark} ref={diagramStage} />
        <div className="export-stage graph-stage" ref={graphStage}>
          <GraphOnStage analysis={analysis} />
          {mark}
        </div>
      </div>
    </>
  );
}

/** The whole diagram: a stage as high as the exchange, so that nothing is out of sight. */
function DiagramStage({
  analysis,
  mark,
  ref,
}: Pick<PictureListProps, "analysis"> & {
  /** That the exchange is simulated, if it is. */
  readonly mark: ReactNode;
  readonly ref: RefObject<HTMLDivElement | null>;
}) {
  const scene = useScene(analysis, 0);
  const layers = useLayers(analysis);
  const [wanted, setWanted] = useState(HIGHEST);
  useEffect(() => {
    const canvas = ref.current?.querySelector<HTMLElement>(".sequence-canvas");
    const head = ref.current?.querySelector<HTMLElement>(".sequence-head");
    if (!canvas || !head) return undefined;
    return watchSize(canvas, () => setWanted(canvas.offsetHeight + head.offsetHeight));
  }, [ref]);
  return (
    <div
      className="export-stage"
      ref={ref}
      data-cut={wanted > HIGHEST}
      style={{ height: Math.min(wanted, HIGHEST) }}
    >
      <SequenceDiagram scene={scene} layers={layers} onPosition={NOTHING} />
      {mark}
    </div>
  );
}

function GraphOnStage({ analysis }: Pick<PictureListProps, "analysis">) {
  const position = useSynfin((state) => state.position);
  return <StateGraph analysis={analysis} position={position} onPosition={NOTHING} />;
}

/** Reads the page's colours in a colour scheme; the page's own scheme is back before it is painted. */
function inScheme(scheme: string, read: () => string): string {
  const root = document.documentElement;
  const own = root.getAttribute("data-theme");
  root.setAttribute("data-theme", scheme);
  try {
    return read();
  } finally {
    if (own === null) root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", own);
  }
}

/** The elements of the stage to paint, in order, without the words for screen readers and the legend. */
function partsOf(stage: HTMLElement): Element[] {
  return [
    ...stage.querySelectorAll(".state-band, .state-name"),
    ...stage.querySelectorAll(".sequence-drawing, .state-graph > svg"),
    ...stage.querySelectorAll(".sequence-head, .sequence-head *, .simulated-mark"),
  ];
}
