import { formatCount } from "../../../figures.ts";
import type { tour as english } from "../../en/class/tour.ts";

export const tour: typeof english = {
  label: "수업",
  offered: "이 예제에는 안내 투어가 있습니다.",
  start: "투어 시작",
  startHint: "g 키나 프레젠터의 앞으로 버튼(PgDn)으로도 시작합니다",
  link: "이 언어로 여는 링크",
  decline: "괜찮습니다",
  step: (step, steps) => `${formatCount(steps)}단계 중 ${formatCount(step)}`,
  otherConnection: "주소와 포트가 같은 다른 연결입니다.",
  segmentBefore: (sender, flags) =>
    `그 전에, 앞서 보던 연결에서: ${sender === "client" ? "클라이언트" : "서버"}가 보낸 ${flags}.`,
  back: "이전",
  next: "다음",
  reveal: "정답",
  finish: "마치기",
  leave: "투어 나가기",
  over: "투어가 끝났습니다.",
  overHint: "세그먼트를 직접 한 단계씩 살펴보거나, 학생들에게 예측하게 해 보십시오.",
  again: "다시 한번",
  explore: "직접 살펴보기",
};
