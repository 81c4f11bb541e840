import { connectionCount, segmentCount } from "../../../wording/korean.ts";
import type { loading as english } from "../../en/start/loading.ts";

export const loading: typeof english = {
  title: (name) => `읽는 중: ${name}`,
  bytes: (read, total) => `${total} 중 ${read}`,
  found: (segments, connections) => `지금까지 ${segmentCount(segments)}, ${connectionCount(connections)}`,
  cancel: "취소",
  outcome: "읽는 중…",
  firstLines: (shown) => `처음 ${connectionCount(shown)}. 파일을 다 읽으면 모두 보입니다`,
  later: "모두 읽으면 다이어그램이 나타납니다.",
};
