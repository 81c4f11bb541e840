import type { first } from "./en/start/first.ts";

/** What the first view says, in one language. All else stands in topics beside what says it (`words.ts`). */
export type Messages = typeof first;
