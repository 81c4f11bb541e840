import { words } from "../words.ts";

/** What stands between words that are put together; Chinese has full-width marks, without a blank. */
export const punctuation = words({
  colon: { en: ": ", ko: ": ", zh: "：" },
  comma: { en: ", ", ko: ", ", zh: "，" },
  semicolon: { en: "; ", ko: "; ", zh: "；" },
});
