import type { Messages } from "./en.ts";
import { rest } from "./zh/rest.ts";
import { first } from "./zh/start/first.ts";

/** All words of the interface in simplified Chinese. */
export const zh: Messages = { ...first, ...rest };
