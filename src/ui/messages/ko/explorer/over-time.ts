import { formatCount } from "../../../figures.ts";
import type { overTime as english } from "../../en/explorer/over-time.ts";

export const overTime: typeof english = {
  label: "시간별 개요",
  tones: {
    complete: "정상 종료",
    reset: "재설정, 거부",
    unfinished: "미완료",
    open: "열려 있음",
  },
  toneHints: {
    complete: "양쪽 모두 닫음",
    reset: "거부되었거나, 한쪽이 재설정했거나, ICMP 오류로 거절됨",
    unfinished: "응답 없음, 포기, 절반만 열림, 한쪽만 닫음, 또는 끝나지 않은 종료",
    open: "닫히지 않았거나 한 방향만 캡처됨",
  },
  picture: (lines) =>
    `연결 ${formatCount(lines)}개, 첫 세그먼트부터 마지막 세그먼트까지 선 하나씩, 결과별로 나눈 줄`,
  fieldHint: "끌어서 시간 범위를 고르고, 선을 클릭하면 그 연결이 열립니다",
  hint: "끌어서 확대",
  rangeLabel: "보이는 시간(캡처 시작부터 초 단위)",
  from: "부터",
  to: "까지",
  whole: "캡처 전체",
  noTimes: "이 캡처에는 시각이 없어 시간별 개요를 그릴 수 없습니다.",
  untimed: (count) => `연결 ${formatCount(count)}개는 시각이 없어 그리지 않았습니다.`,
};
