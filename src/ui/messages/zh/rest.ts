import type { rest as english } from "../en/rest.ts";
import { lecture } from "./class/lecture.ts";
import { overview } from "./class/overview.ts";
import { predict } from "./class/predict.ts";
import { header } from "./explanations/header.ts";
import { options } from "./explanations/options.ts";
import { why } from "./explanations/why.ts";
import { connections } from "./explorer/connections.ts";
import { diagram } from "./explorer/diagram.ts";
import { graph } from "./explorer/graph.ts";
import { overTime } from "./explorer/over-time.ts";
import { playback } from "./explorer/playback.ts";
import { segment } from "./explorer/segment.ts";
import { splitters } from "./explorer/splitters.ts";

/** All other words in Chinese. */
export const rest: typeof english = {
  connections,
  diagram,
  graph,
  playback,
  segment,
  header,
  options,
  why,
  overview,
  overTime,
  splitters,
  predict,
  lecture,
};
