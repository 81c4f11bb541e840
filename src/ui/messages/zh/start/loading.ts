import { connectionCount, segmentCount } from "../../../wording/chinese.ts";
import type { loading as english } from "../../en/start/loading.ts";

export const loading: typeof english = {
  title: (name) => `正在读取 ${name}`,
  bytes: (read, total) => `${read}，共 ${total}`,
  found: (segments, connections) => `目前 ${segmentCount(segments)}，${connectionCount(connections)}`,
  cancel: "取消",
  outcome: "读取中…",
  firstLines: (shown) => `前 ${connectionCount(shown)}；读完文件后显示全部`,
  later: "全部读取之后显示时序图。",
};
