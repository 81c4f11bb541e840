import { rest } from "./en/rest.ts";
import { first } from "./en/start/first.ts";

/** All words of the interface in English. Another language is another object of the same type. */
export const en = { ...first, ...rest };

export type Messages = typeof en;
