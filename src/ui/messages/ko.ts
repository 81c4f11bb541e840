import type { Messages } from "./en.ts";
import { rest } from "./ko/rest.ts";
import { first } from "./ko/start/first.ts";

/** All words of the interface in Korean. Particles never follow a word whose last sound is not known. */
export const ko: Messages = { ...first, ...rest };
