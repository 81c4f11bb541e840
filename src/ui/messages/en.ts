import { compare } from "./en/class/compare.ts";
import { coverage } from "./en/class/coverage.ts";
import { lecture } from "./en/class/lecture.ts";
import { overview } from "./en/class/overview.ts";
import { predict } from "./en/class/predict.ts";
import { share } from "./en/class/share.ts";
import { tour } from "./en/class/tour.ts";
import { header } from "./en/explanations/header.ts";
import { options } from "./en/explanations/options.ts";
import { why } from "./en/explanations/why.ts";
import { connections } from "./en/explorer/connections.ts";
import { diagram } from "./en/explorer/diagram.ts";
import { ends, unknownState } from "./en/explorer/ends.ts";
import { graph } from "./en/explorer/graph.ts";
import { help } from "./en/explorer/help.ts";
import { numbers, hosts } from "./en/explorer/numbers.ts";
import { overTime } from "./en/explorer/over-time.ts";
import { playback } from "./en/explorer/playback.ts";
import { report } from "./en/explorer/report.ts";
import { segment } from "./en/explorer/segment.ts";
import { bytes, sockets } from "./en/explorer/sockets.ts";
import { splitters } from "./en/explorer/splitters.ts";
import { views } from "./en/explorer/views.ts";
import { copying } from "./en/files/copying.ts";
import { exports } from "./en/files/export.ts";
import { link, wordLinkRefusal } from "./en/files/link.ts";
import { offline } from "./en/files/offline.ts";
import { wordRefusal } from "./en/files/refusals.ts";
import { wordSkipped, wordWarning } from "./en/files/warnings.ts";
import { app, theme } from "./en/start/app.ts";
import { captures } from "./en/start/captures.ts";
import { empty } from "./en/start/empty.ts";
import { chapters, examples } from "./en/start/examples.ts";
import { failed } from "./en/start/failed.ts";
import { loading } from "./en/start/loading.ts";

/** All words of the interface in English. Another language is another object of the same type. */
export const en = {
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
  share,
  warning: wordWarning,
  skippedReason: wordSkipped,
  why,
  overview,
  overTime,
  copying,
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

export type Messages = typeof en;
