import { useMemo } from "react";
import { type Coverage, drawCoverage } from "../../diagram/state-graph/coverage.ts";
import "./coverage.css";
import { FRAME } from "../../diagram/state-graph/frame.ts";
import { NODE_HEIGHT } from "../../diagram/state-graph/nodes.ts";
import type { CoverageScope, CoverageShown } from "../../store/coverage/coverage.ts";
import { coverageOf } from "../../store/mode.ts";
import { captureOf } from "../../store/selectors.ts";
import { arrow } from "../../tcp/arrows.ts";
import { Switch } from "../parts/Switch.tsx";
import { graphWords } from "../state-graph/graph.words.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { ArrowTable } from "./ArrowTable.tsx";
import { coverageWords } from "./coverage.words.ts";

const SCOPES: readonly CoverageScope[] = ["capture", "examples"];

/** The arrows of RFC 9293 figure 5 that the open capture, or all examples, take. */
export function CoverageMap() {
  const shown = useSynfin(coverageOf);
  return shown && <Map shown={shown} />;
}

function Map({ shown: { scope, taken } }: { readonly shown: CoverageShown }) {
  const words = useWords(coverageWords);
  const show = useSynfin((state) => state.showCoverage);
  const connections = useSynfin((state) => captureOf(state)?.connections.length ?? 0);
  const isRun = useSynfin((state) => (captureOf(state)?.run ?? null) !== null);
  const nameOf = (id: CoverageScope): string =>
    isRun && id === "capture" ? words.allRuns : words.scopes[id];
  const found = taken.kind === "ready" ? taken.value : null;
  const coverage = useMemo(() => found && drawCoverage(found.steps), [found]);
  return (
    <div className="coverage">
      <div className="coverage-head">
        <Switch
          label={words.scope}
          choices={SCOPES.map((id) => ({ id, label: nameOf(id), hint: nameOf(id) }))}
          chosen={scope}
          onChoose={show}
        />
        <p role="status">
          {taken.kind === "loading" && words.counting}
          {taken.kind === "failed" && words.failed(taken.failure)}
          {found !== null && coverage !== null && (
            <>
              <strong>{words.taken(coverage.taken, coverage.all)}</strong>
              {words.others(...others(coverage))}
              {scope === "capture" && isRun
                ? words.inRuns(found.connections)
                : scope === "capture" && found.connections < connections
                  ? words.notAll(found.connections, connections)
                  : words.lookedAt(found.connections)}
            </>
          )}
        </p>
      </div>
      {coverage !== null && (
        <>
          <Figure coverage={coverage} />
          <p className="coverage-hint">{words.hint}</p>
          <ArrowTable coverage={coverage} />
        </>
      )}
    </div>
  );
}

/** How many of the arrows that the figure lacks and a capture can show were taken. */
function others({ arrows }: Coverage): [taken: number, all: number] {
  const beside = arrows.filter((one) => !arrow(one.arrow).isInFigure5 && one.unseen === null);
  return [beside.filter(({ isTaken }) => isTaken).length, beside.length];
}

function Figure({ coverage: { nodes, edges } }: { readonly coverage: Coverage }) {
  const graph = useWords(graphWords);
  const words = useWords(coverageWords);
  return (
    <svg
      className="coverage-figure"
      viewBox={`${FRAME.left} ${FRAME.top} ${FRAME.width} ${FRAME.height}`}
      role="img"
      aria-label={words.figure}
    >
      {edges.map(({ id, path, head, isTaken }) => (
        <g key={id} className="covered-edge" data-taken={isTaken}>
          <path className="way" d={path} />
          <path className="head" d={head} />
        </g>
      ))}
      {nodes.map(({ node, isVisited }) => (
        <g key={node.id} className="covered-node" data-visited={isVisited}>
          <rect
            x={node.x - node.width / 2}
            y={node.y - NODE_HEIGHT / 2}
            width={node.width}
            height={NODE_HEIGHT}
            rx={5}
          />
          <text x={node.x} y={node.y}>
            {node.state ?? graph.notKnown}
          </text>
        </g>
      ))}
    </svg>
  );
}
