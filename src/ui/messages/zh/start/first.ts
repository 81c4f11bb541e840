import type { first as english } from "../../en/start/first.ts";
import { app } from "./app.ts";
import { captures } from "./captures.ts";
import { empty } from "./empty.ts";
import { ends, unknownState } from "./ends.ts";
import { chapters, examples } from "./examples.ts";
import { failed } from "./failed.ts";
import { loading } from "./loading.ts";
import { offline } from "./offline.ts";
import { views } from "./views.ts";

// The words of the views, which say them by themselves.
import.meta.glob("../../../**/view.words.ts", { eager: true, query: "?zh" });

/** The words of the first view in Chinese. */
export const first: typeof english = {
  app,
  empty,
  chapters,
  examples,
  loading,
  failed,
  captures,
  views,
  ends,
  unknownState,
  offline,
};
