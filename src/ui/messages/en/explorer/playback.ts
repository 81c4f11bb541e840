import { formatCount } from "../../../figures.ts";
import { counted } from "../start/wording.ts";

export const playback = {
  first: "First: before the connection",
  back: "Back one segment",
  play: "Play",
  paceLabel: "Pace of playback",
  paces: { steps: "1 s per step", real: "Real time", shortened: "Idle time shortened" },
  paceHints: {
    steps: "One segment a second",
    real: "As fast as the capture was",
    shortened: "As fast as the capture was, but no wait is longer than two seconds",
  },
  speedLabel: "Speed of playback",
  speed: (times: number) => `${times}×`,
  loop: "Start over at the end",
  pause: "Pause",
  forward: "Forward one segment",
  last: "Last segment",
  scrubber: "Position",
  position: (position: number, last: number) => `${formatCount(position)} of ${formatCount(last)}`,
  before: (last: number) => `Before the first of ${counted(last, "segment", "segments")}`,
  announce: (position: number, last: number, what: string, client: string, server: string) =>
    `Segment ${position} of ${last}: ${what}. Client ${client}, server ${server}.`,
  announceStart: (client: string, server: string) =>
    `Before the first segment. Client ${client}, server ${server}.`,
};
