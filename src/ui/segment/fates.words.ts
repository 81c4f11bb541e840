import type { Fate } from "../../tcp/analysis.ts";
import { words } from "../words.ts";

/** What became of a segment, with the segments that show it; empty where there is nothing to add. */
export const fateReasons = words<
  Record<Fate, (provedBy: string | null, contradictedBy: string | null) => string>
>({
  delivered: { en: () => "", ko: () => "", zh: () => "" },
  assumed: {
    en: () => "That this segment arrived is assumed: nothing after it confirms or denies it.",
    ko: () => "이 세그먼트는 도착했다고 가정합니다. 이후의 어떤 것도 이를 확인하거나 부정하지 않습니다.",
    zh: () => "假定此报文段已到达：其后没有任何内容证实或否定这一点。",
  },
  lost: {
    en: (_, contradictedBy) =>
      contradictedBy === null
        ? "This segment never reached the other end."
        : `This segment never reached the other end: ${contradictedBy} shows that.`,
    ko: (_, contradictedBy) =>
      contradictedBy === null
        ? "이 세그먼트는 상대에게 도착하지 못했습니다."
        : `이 세그먼트는 상대에게 도착하지 못했습니다(근거: ${contradictedBy}).`,
    zh: (_, contradictedBy) =>
      contradictedBy === null
        ? "此报文段从未到达对方。"
        : `此报文段从未到达对方：${contradictedBy} 表明了这一点。`,
  },
  "lost-or-ignored": {
    en: (_, contradictedBy) =>
      contradictedBy === null
        ? "The other end went on as if this segment had not come: it was lost, dropped or ignored."
        : `The other end went on as if this segment had not come, as ${contradictedBy} shows: it was lost, dropped or ignored.`,
    ko: (_, contradictedBy) =>
      contradictedBy === null
        ? "상대는 이 세그먼트가 오지 않은 것처럼 계속했습니다. 손실되었거나 버려졌거나 무시되었습니다."
        : `상대는 이 세그먼트가 오지 않은 것처럼 계속했습니다(근거: ${contradictedBy}). 손실되었거나 버려졌거나 무시되었습니다.`,
    zh: (_, contradictedBy) =>
      contradictedBy === null
        ? "对方的表现如同此报文段没有到来：它丢失了、被丢弃了或被忽略了。"
        : `对方的表现如同此报文段没有到来（依据：${contradictedBy}）：它丢失了、被丢弃了或被忽略了。`,
  },
  duplicate: {
    en: () => "The other end did not need this copy.",
    ko: () => "상대에게는 이 사본이 필요하지 않았습니다.",
    zh: () => "对方不需要这个副本。",
  },
  doubtful: {
    en: () => "It is doubtful that this segment arrived: what was sent before it went unanswered, too.",
    ko: () => "이 세그먼트가 도착했는지 의심스럽습니다. 이보다 먼저 보낸 것에도 응답이 없었습니다.",
    zh: () => "此报文段是否到达值得怀疑：在它之前发送的也没有得到应答。",
  },
  "no-answer": {
    en: () =>
      "The other end never says anything in this capture, so whether this segment arrived cannot be known.",
    ko: () => "이 캡처에서 상대는 한 번도 말하지 않으므로, 이 세그먼트가 도착했는지 알 수 없습니다.",
    zh: () => "在此捕获中对方从未发言，因此无法知道此报文段是否到达。",
  },
  unknown: {
    en: () => "Whether this segment arrived cannot be told from the capture.",
    ko: () => "이 세그먼트가 도착했는지 캡처만으로는 알 수 없습니다.",
    zh: () => "从捕获中无法判断此报文段是否到达。",
  },
  "lost-or-late": {
    en: () =>
      "This segment was sent again. Nothing in this capture tells whether the first copy was lost or only late.",
    ko: () =>
      "이 세그먼트는 다시 전송되었습니다. 첫 번째 사본이 손실되었는지 늦었을 뿐인지 이 캡처로는 알 수 없습니다.",
    zh: () => "此报文段被重新发送。此捕获中没有任何内容表明第一份副本是丢失了还是只是迟到。",
  },
});
