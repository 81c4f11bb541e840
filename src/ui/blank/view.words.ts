import { words } from "../words.ts";

/** The blank screen. */
export const blankWords = words({
  open: {
    en: "Blank screen",
    ko: "화면 가리기",
    zh: "黑屏",
  },
  hint: {
    en: "Blank the screen; any key brings it back",
    ko: "화면 가리기. 아무 키나 누르면 돌아옵니다",
    zh: "黑屏；按任意键恢复",
  },
  row: {
    en: "Blank the screen; any key brings it back",
    ko: "화면 가리기. 아무 키나 누르면 돌아옵니다",
    zh: "黑屏；按任意键恢复",
  },
});
