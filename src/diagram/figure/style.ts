import type { Phase } from "../state-graph/nodes.ts";

const PHASES = [
  "closed",
  "opening",
  "open",
  "closing-actively",
  "closing-passively",
  "unknown",
] as const satisfies readonly Phase[];

function paintOfPhase(phase: Phase): `phase-${Phase}` {
  return `phase-${phase}`;
}

/** The colours of a figure, by the names that they have in theme.css. */
export const PAINTS = [
  "surface",
  "surface-sunken",
  "line",
  "line-strong",
  "ink",
  "ink-soft",
  "ground",
  "client",
  "server",
  "syn",
  "fin",
  "rst",
  "segment-with-payload",
  "bare-ack",
  ...PHASES.map(paintOfPhase),
] as const;
export type Paints = Readonly<Record<(typeof PAINTS)[number], string>>;

const TEXT = "font-family:system-ui,sans-serif";
const WIRE = "font-family:ui-monospace,monospace";
const SEGMENTS = ["syn", "fin", "rst", "segment-with-payload", "bare-ack"] as const;

/** The rules by which both figures are painted. They name classes only, which every reader of SVG files knows. */
export function figureStyle(paints: Paints): string {
  return [...sharedRules(paints), ...sequenceRules(paints), ...graphRules(paints)].join("");
}

function sharedRules(paints: Paints): string[] {
  return [
    `text{${TEXT};fill:${paints.ink}}`,
    `.footnote{fill:${paints["ink-soft"]};font-size:12px;font-style:italic}`,
    // Marks of layers.
    `.mark{stroke:${paints["ink-soft"]};stroke-width:1.25}`,
    `.ground{fill:${paints.surface}}`,
    "path{fill:none}",
    `.client{stroke:${paints.client}}.server{stroke:${paints.server}}`,
    `text.client{fill:${paints.client};stroke:none}text.server{fill:${paints.server};stroke:none}`,
    ...PHASES.map(paintOfPhase).map((name) => `.${name}{fill:${paints[name]}}`),
  ];
}

function sequenceRules(paints: Paints): string[] {
  const soft = paints["ink-soft"];
  return [
    ".start{text-anchor:start}.middle{text-anchor:middle}.end{text-anchor:end}",
    ".role{font-size:12px}.name{font-size:13px;font-weight:600}",
    `.head-line,.band-line{stroke:${paints["line-strong"]};stroke-width:1}.head-line{stroke:${paints.line}}`,
    `.outline{fill:none;stroke:${soft};stroke-width:2}.assumed{stroke-dasharray:2 2}.gap{stroke-dasharray:6 4}`,
    `.blank{fill:none;stroke:${paints["line-strong"]};stroke-width:1}`,
    `.clocked{fill:${paints["surface-sunken"]}}`,
    `.hatch{stroke:${paints.line};stroke-width:1}`,
    `.state{font-weight:600;text-anchor:middle}.state-clocked{fill:${soft};font-style:italic;text-anchor:middle}`,
    `.clock{fill:none;stroke:${soft};stroke-width:1.5}.clock-hand{fill:${soft}}`,
    ".lifeline{stroke-width:2}",
    `.break{stroke:${paints.surface};stroke-width:3;stroke-dasharray:4 4}`,
    ...SEGMENTS.map((name) => {
      const of = `.segment-${name.replace("segment-", "")}`;
      const paint = paints[name];
      return `${of}{stroke:${paint}}.head${of}{fill:${paint}}text${of}{fill:${paint};stroke:none}`;
    }),
    ".way{stroke-width:1.75}.wait{stroke-width:.9}.faint{stroke-width:.9}",
    `.head.hollow{fill:${paints.surface}}`,
    `.cross{stroke:${paints.rst};stroke-width:2.25;stroke-linecap:round}`,
    ".no-answer{stroke-dasharray:34 3 17 4 10 5 5 5 2 200}",
    ".lost-or-late{stroke-width:2.5;stroke-linecap:round;stroke-dasharray:30 5 13 5 0 5 0 5 0 5 0 5 0 5 0 5 0 5 0 5 0 200}",
    `.label,.arrival{${WIRE}}`,
    `.doubt{fill:${soft};font-size:12px;font-weight:600;text-anchor:middle}`,
    `.time,.soft,.note{fill:${soft}}.note{font-style:italic}`,
    `.bracket{stroke:${soft};stroke-width:1}`,
    `.chip{fill:${paints.ground};stroke:${paints.line}}.chip-text{fill:${soft};text-anchor:middle}`,
  ];
}

function graphRules(paints: Paints): string[] {
  const strong = paints["line-strong"];
  const soft = paints["ink-soft"];
  return [
    `.edge{stroke:${strong};stroke-width:1}.tip{fill:${strong}}`,
    `.tip-client{fill:${paints.client}}.tip-server{fill:${paints.server}}`,
    ".track{stroke-width:2.5}.shared{stroke-dasharray:9 9}",
    ".by-gap{stroke-dasharray:5 4}.by-assumed{stroke-dasharray:1.5 3.5;stroke-linecap:round}",
    `.by-timer{stroke:${soft};stroke-dasharray:2 4}`,
    `.node{stroke:${strong};stroke-width:1}.unvisited{fill:${paints.surface}}.in-doubt{stroke:${soft};stroke-dasharray:4 3}`,
    `.holds{stroke:${paints.ink};stroke-width:2}`,
    `.node-name{fill:${soft};font-size:12px;font-weight:600;text-anchor:middle}.visited{fill:${paints.ink}}`,
    `.node-note{fill:${soft};font-size:10px;font-style:italic;text-anchor:end}`,
    `.edge-text{fill:${soft};font-size:10px;paint-order:stroke;stroke:${paints.surface};stroke-width:3px;stroke-linejoin:round}`,
    `.taken{fill:${paints.ink}}`,
    `.badge{fill:${paints.surface};stroke-width:1.5}.badge-text{font-size:10px;font-weight:600;text-anchor:middle}`,
    `.token-client{fill:${paints.client}}.token-server{fill:${paints.server}}`,
    `.token-text{fill:${paints.surface};font-size:11px;font-weight:700;text-anchor:middle}`,
    `.maybe{fill:${paints.surface};stroke-dasharray:3 2}`,
  ];
}
