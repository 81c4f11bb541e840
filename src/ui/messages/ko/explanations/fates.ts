import type { Fate } from "../../../../tcp/analysis.ts";

export const fates: Record<Fate, (provedBy: string | null, contradictedBy: string | null) => string> = {
  delivered: () => "",
  assumed: () => "이 세그먼트는 도착했다고 가정합니다. 이후의 어떤 것도 이를 확인하거나 부정하지 않습니다.",
  lost: (_, contradictedBy) =>
    contradictedBy === null
      ? "이 세그먼트는 상대에게 도착하지 못했습니다."
      : `이 세그먼트는 상대에게 도착하지 못했습니다(근거: ${contradictedBy}).`,
  "lost-or-ignored": (_, contradictedBy) =>
    contradictedBy === null
      ? "상대는 이 세그먼트가 오지 않은 것처럼 계속했습니다. 손실되었거나 버려졌거나 무시되었습니다."
      : `상대는 이 세그먼트가 오지 않은 것처럼 계속했습니다(근거: ${contradictedBy}). 손실되었거나 버려졌거나 무시되었습니다.`,
  duplicate: () => "상대에게는 이 사본이 필요하지 않았습니다.",
  doubtful: () => "이 세그먼트가 도착했는지 의심스럽습니다. 이보다 먼저 보낸 것에도 응답이 없었습니다.",
  "no-answer": () => "이 캡처에서 상대는 한 번도 말하지 않으므로, 이 세그먼트가 도착했는지 알 수 없습니다.",
  unknown: () => "이 세그먼트가 도착했는지 캡처만으로는 알 수 없습니다.",
  "lost-or-late": () =>
    "이 세그먼트는 다시 전송되었습니다. 첫 번째 사본이 손실되었는지 늦었을 뿐인지 이 캡처로는 알 수 없습니다.",
};
