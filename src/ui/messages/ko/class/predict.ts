import type { predict as english } from "../../en/class/predict.ts";

export const predict: typeof english = {
  nothingYet: "다음에 올 것은 가려져 있습니다.",
  notNow: "다음에 올 것이 드러나므로 지금은 볼 수 없습니다.",
  assumedSoFar: "가정: 여기까지의 어떤 세그먼트도 이를 확인하거나 부정하지 않습니다.",
};
