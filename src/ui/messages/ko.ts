import type { Messages } from "./en.ts";
import { compare } from "./ko/class/compare.ts";
import { coverage } from "./ko/class/coverage.ts";
import { lecture } from "./ko/class/lecture.ts";
import { overview } from "./ko/class/overview.ts";
import { predict } from "./ko/class/predict.ts";
import { share } from "./ko/class/share.ts";
import { tour } from "./ko/class/tour.ts";
import { header } from "./ko/explanations/header.ts";
import { options } from "./ko/explanations/options.ts";
import { why } from "./ko/explanations/why.ts";
import { connections } from "./ko/explorer/connections.ts";
import { diagram } from "./ko/explorer/diagram.ts";
import { ends, unknownState } from "./ko/explorer/ends.ts";
import { graph } from "./ko/explorer/graph.ts";
import { help } from "./ko/explorer/help.ts";
import { numbers, hosts } from "./ko/explorer/numbers.ts";
import { overTime } from "./ko/explorer/over-time.ts";
import { playback } from "./ko/explorer/playback.ts";
import { report } from "./ko/explorer/report.ts";
import { segment } from "./ko/explorer/segment.ts";
import { bytes, sockets } from "./ko/explorer/sockets.ts";
import { splitters } from "./ko/explorer/splitters.ts";
import { views } from "./ko/explorer/views.ts";
import { copying } from "./ko/files/copying.ts";
import { exports } from "./ko/files/export.ts";
import { link, wordLinkRefusal } from "./ko/files/link.ts";
import { offline } from "./ko/files/offline.ts";
import { wordRefusal } from "./ko/files/refusals.ts";
import { wordSkipped, wordWarning } from "./ko/files/warnings.ts";
import { app, theme } from "./ko/start/app.ts";
import { captures } from "./ko/start/captures.ts";
import { empty } from "./ko/start/empty.ts";
import { chapters, examples } from "./ko/start/examples.ts";
import { failed } from "./ko/start/failed.ts";
import { loading } from "./ko/start/loading.ts";

/** All words of the interface in Korean. Particles never follow a word whose last sound is not known. */
export const ko: Messages = {
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
  splitters,
  predict,
  lecture,
  coverage,
  compare,
  tour,
  share,
  exports,
  offline,
  header,
  options,
  sockets,
  bytes,
  help,
};
