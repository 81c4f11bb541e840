import { expect, test } from "vitest";
import { lasting as chinese } from "./chinese.ts";
import { lasting as korean } from "./korean.ts";

test.each([
  [350_000_000, "350 ms", "350 ms "],
  [1_020_000_000, "1.02초", "1.02 秒"],
  [90_000_000_000, "1분 30초", "1 分 30 秒"],
  [11_100_000_000_000, "3시간 5분", "3 小时 5 分"],
])("%d ns last, in Korean and Chinese, %j and %j", (nanoseconds, inKorean, inChinese) => {
  expect([korean(nanoseconds), chinese(nanoseconds)]).toEqual([inKorean, inChinese]);
});
