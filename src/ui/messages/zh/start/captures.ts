import { formatCount } from "../../../figures.ts";
import type { captures as english } from "../../en/start/captures.ts";

export const captures: typeof english = {
  label: "捕获",
  sum: (files, refused) => `${files} 个文件${refused === 0 ? "" : `，${formatCount(refused)} 个无法读取`}`,
  notYet: "尚未读取",
  left: "过大，未预先查看；请打开",
};
