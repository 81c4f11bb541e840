export const views = {
  label: "Views",
  connections: "Connections",
  diagram: "Sequence diagram",
  diagramTab: "Diagram",
  graph: "State graph",
  graphTab: "States",
  segment: "Segment",
  playback: "Playback",
};
