import { blank } from "./blank/view.ts";
import { predict, tour } from "./class/views.ts";
import { compare } from "./compare/view.ts";
import { connections } from "./connections/view.ts";
import { course } from "./course/view.ts";
import { coverage } from "./coverage/view.ts";
import { display } from "./display/view.ts";
import { explorer } from "./explorer/view.ts";
import { exporting } from "./export/view.ts";
import { help } from "./help/view.ts";
import { kernel } from "./kernel/view.ts";
import { laboratory } from "./laboratory/view.ts";
import { lecture } from "./lecture/view.ts";
import { bothHeaders, merge } from "./merge/view.ts";
import { notes } from "./notes/view.ts";
import { follow } from "./octets/view.ts";
import { SEGMENT_TABS } from "./segment/tabs.ts";
import { segment } from "./segment/view.ts";
import { diagram } from "./sequence-diagram/view.ts";
import { share } from "./share/view.ts";
import { graph } from "./state-graph/view.ts";
import { table } from "./table/view.ts";
import { triage } from "./triage/view.ts";
import type { View } from "./view.ts";

/**
 * Every view of the page, in the order in which bars, tabs and help list them. Of two that would stand in one place,
 * the first stands there; Escape leaves the first that can be left.
 */
export const VIEWS: readonly View[] = [
  lecture,
  predict,
  compare,
  tour,
  merge,
  coverage,
  triage,
  kernel,
  notes,
  share,
  exporting,
  laboratory,
  course,
  follow,
  table,
  display,
  explorer,
  connections,
  diagram,
  graph,
  segment,
  ...SEGMENT_TABS,
  bothHeaders,
  blank,
  help,
];
