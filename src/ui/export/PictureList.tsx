import { useState } from "react";
import { graphFigure } from "../../diagram/figure/graph-figure.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { Choice } from "../parts/Choice.tsx";
import { graphWords } from "../state-graph/graph.words.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { exportWords } from "./export.words.ts";
import { fileName } from "./file-name.ts";
import { paintsOf } from "./paints-of.ts";
import { pngPicture } from "./png-picture.ts";
import { saveFile } from "./save-file.ts";
import { useDiagramFigure } from "./use-diagram-figure.ts";

const SCHEMES = ["light", "dark"] as const;
const SUBJECTS = ["diagram", "graph"] as const;

/** A picture as high as a hundred pages; browsers paint no canvas higher than 32,767 pixels. */
const HIGHEST = { svg: 100_000, png: 16_000 } as const;

interface PictureListProps {
  readonly capture: OpenedCapture;
  readonly analysis: ConnectionAnalysis;
  readonly onSaid: (said: string) => void;
}

/** Saves the whole diagram, or the graph with the path of both ends, as a picture in either theme. */
export function PictureList({ capture, analysis, onSaid }: PictureListProps) {
  const words = useWords(exportWords);
  const [scheme, setScheme] = useState<(typeof SCHEMES)[number]>("light");
  const [isWhole, setWhole] = useState(true);
  const position = useSynfin((state) => state.position);
  const footnote = capture.run === null ? null : words.simulated;
  const drawDiagram = useDiagramFigure(analysis, footnote);
  const drawGraph = useGraphFigure(analysis, footnote);
  const { client, server } = analysis.connection;
  const { length } = analysis.segments;
  const save = async (subject: (typeof SUBJECTS)[number], ending: "svg" | "png"): Promise<void> => {
    const drawn =
      subject === "diagram"
        ? drawDiagram(scheme, HIGHEST[ending])
        : { svg: drawGraph(scheme, isWhole ? length : position), isCut: false };
    const name = fileName(capture.name, [client, server], `${subject}.${ending}`);
    try {
      const picture = ending === "svg" ? drawn.svg : await pngPicture(drawn.svg);
      if (picture === null) return onSaid(words.tooLarge);
      saveFile(name, picture, ending === "svg" ? "image/svg+xml" : "image/png");
      return onSaid(drawn.isCut ? words.cut(name) : words.saved(name));
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
      <div className="picture-choices">
        <Choice
          label={words.schemes.label}
          options={SCHEMES.map((value) => ({ value, label: words.schemes[value] }))}
          chosen={scheme}
          onChoose={setScheme}
        />
        {position > 0 && position < length && (
          <label>
            <input
              type="checkbox"
              checked={!isWhole}
              onChange={({ currentTarget }) => setWhole(!currentTarget.checked)}
            />
            {words.upToHere}
          </label>
        )}
      </div>
    </>
  );
}

function useGraphFigure(analysis: ConnectionAnalysis, footnote: string | null) {
  const graph = useWords(graphWords);
  const title = useWords(exportWords).pictures.graph;
  return (scheme: string, upTo: number): string =>
    graphFigure({ analysis, upTo, title, footnote, paints: paintsOf(scheme), said: graph });
}
