import type { app as englishApp } from "../../en/start/app.ts";

export const app: typeof englishApp = {
  name: "Synfin",
  pastedText: "붙여 넣은 텍스트",
  sharedConnection: "공유된 연결",
  openOther: "열기…",
  openOtherHint: "다른 캡처 열기",
  close: "캡처 닫기",
  tools: "도구",
  more: "도구 더 보기",
  noCapture: "이 텍스트는 캡처도 링크도 아닙니다. 열린 것은 그대로 둡니다",
  dropHere: "캡처를 놓으면 열립니다",
};
