import type { predict as english } from "../../en/class/predict.ts";

export const predict: typeof english = {
  nothingYet: "接下来的内容已隐藏。",
  notNow: "现在不能查看：会透露接下来的内容。",
  assumedSoFar: "假定：到此为止没有报文段证实或否定这一点。",
};
