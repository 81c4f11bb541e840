import { words } from "../words.ts";

/** The help sheet, from outside. */
export const helpWords = words({
  open: {
    en: "Keys and help",
    ko: "키와 도움말",
    zh: "按键与帮助",
  },
  hint: {
    en: "Keys and help",
    ko: "키와 도움말",
    zh: "按键与帮助",
  },
  row: {
    en: "This sheet",
    ko: "이 도움말",
    zh: "本帮助",
  },
});
