export const views = {
  label: "Views",
  connections: "Connections",
  diagram: "Sequence diagram",
  graph: "State graph",
  segment: "Segment",
  playback: "Playback",
};
