import type { Messages } from "./en.ts";
import { compare } from "./zh/class/compare.ts";
import { coverage } from "./zh/class/coverage.ts";
import { lecture } from "./zh/class/lecture.ts";
import { overview } from "./zh/class/overview.ts";
import { predict } from "./zh/class/predict.ts";
import { share } from "./zh/class/share.ts";
import { tour } from "./zh/class/tour.ts";
import { header } from "./zh/explanations/header.ts";
import { options } from "./zh/explanations/options.ts";
import { why } from "./zh/explanations/why.ts";
import { connections } from "./zh/explorer/connections.ts";
import { diagram } from "./zh/explorer/diagram.ts";
import { ends, unknownState } from "./zh/explorer/ends.ts";
import { graph } from "./zh/explorer/graph.ts";
import { help } from "./zh/explorer/help.ts";
import { numbers, hosts } from "./zh/explorer/numbers.ts";
import { overTime } from "./zh/explorer/over-time.ts";
import { playback } from "./zh/explorer/playback.ts";
import { report } from "./zh/explorer/report.ts";
import { segment } from "./zh/explorer/segment.ts";
import { bytes, sockets } from "./zh/explorer/sockets.ts";
import { splitters } from "./zh/explorer/splitters.ts";
import { views } from "./zh/explorer/views.ts";
import { copying } from "./zh/files/copying.ts";
import { exports } from "./zh/files/export.ts";
import { link, wordLinkRefusal } from "./zh/files/link.ts";
import { offline } from "./zh/files/offline.ts";
import { wordRefusal } from "./zh/files/refusals.ts";
import { wordSkipped, wordWarning } from "./zh/files/warnings.ts";
import { app, theme } from "./zh/start/app.ts";
import { captures } from "./zh/start/captures.ts";
import { empty } from "./zh/start/empty.ts";
import { chapters, examples } from "./zh/start/examples.ts";
import { failed } from "./zh/start/failed.ts";
import { loading } from "./zh/start/loading.ts";

/** All words of the interface in simplified Chinese. */
export const zh: Messages = {
  app,
  numbers,
  hosts,
  theme,
  empty,
  chapters,
  examples,
  loading,
  failed,
  captures,
  views,
  connections,
  report,
  diagram,
  graph,
  playback,
  ends,
  unknownState,
  segment,
  refusal: wordRefusal,
  link,
  linkRefusal: wordLinkRefusal,
  warning: wordWarning,
  skippedReason: wordSkipped,
  why,
  overview,
  overTime,
  copying,
  share,
  splitters,
  predict,
  lecture,
  coverage,
  compare,
  tour,
  exports,
  offline,
  header,
  options,
  sockets,
  bytes,
  help,
};
