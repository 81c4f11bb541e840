import { words } from "../words.ts";

/** What is not said while a class guesses. */
export const veiledWords = words({
  nothingYet: {
    en: "What comes next is hidden.",
    ko: "다음에 올 것은 가려져 있습니다.",
    zh: "接下来的内容已隐藏。",
  },
  notNow: {
    en: "Not now: it would tell what comes next.",
    ko: "다음에 올 것이 드러나므로 지금은 볼 수 없습니다.",
    zh: "现在不能查看：会透露接下来的内容。",
  },
  assumedSoFar: {
    en: "Assumed: no segment up to here confirms or denies it.",
    ko: "가정: 여기까지의 어떤 세그먼트도 이를 확인하거나 부정하지 않습니다.",
    zh: "假定：到此为止没有报文段证实或否定这一点。",
  },
});
