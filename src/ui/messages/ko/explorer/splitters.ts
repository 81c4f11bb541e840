import type { splitters as english } from "../../en/explorer/splitters.ts";

export const splitters: typeof english = {
  names: {
    connections: "연결 목록의 너비",
    graphColumn: "상태 그래프의 너비",
    graphRow: "상태 그래프의 높이",
  },
  hint: "끌어서 크기 조절, 두 번 클릭하면 기본 크기",
};
