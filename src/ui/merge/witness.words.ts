import { formatDuration } from "../figures.ts";
import * as chinese from "../wording/chinese.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";

/** What two captures show of a row of the diagram. */
export const witnessWords = words({
  heads: {
    en: { client: "Client's clock", server: "Server's clock" },
    ko: { client: "클라이언트 시계", server: "서버 시계" },
    zh: { client: "客户端时钟", server: "服务器时钟" },
  },
  sent: {
    en: (at: string) => `sent at ${at} by its sender's clock`,
    ko: (at) => `보낸 쪽 시계로 ${at}에 보냄`,
    zh: (at) => `按发送方时钟于 ${at} 发出`,
  },
  arrived: {
    en: (at: string, delay: number) =>
      `arrived at ${at} by its receiver's clock${Number.isNaN(delay) ? "" : `, ${formatDuration(delay)} later as drawn`}`,
    ko: (at, delay) =>
      `받는 쪽 시계로 ${at}에 도착${Number.isNaN(delay) ? "" : `, 그린 대로라면 ${korean.lasting(delay)} 뒤`}`,
    zh: (at, delay) =>
      `按接收方时钟于 ${at} 到达${Number.isNaN(delay) ? "" : `，按所绘晚 ${chinese.lasting(delay).trimEnd()}`}`,
  },
  lost: {
    en: "not captured at the other end",
    ko: "반대쪽 끝에서 캡처되지 않음",
    zh: "另一端没有捕获到",
  },
  injected: {
    en: "not sent by the other end: injected on the way",
    ko: "반대쪽 끝이 보내지 않음: 도중에 주입됨",
    zh: "并非另一端发出：途中注入",
  },
  doubled: {
    en: "sent once, arrived once more: doubled on the way",
    ko: "한 번 보냈지만 한 번 더 도착함: 도중에 복제됨",
    zh: "只发出一次，却又到达一次：途中被复制",
  },
  ambiguous: {
    en: "one of several equal segments: nothing tells which of them arrived",
    ko: "같은 세그먼트 여럿 중 하나: 어느 것이 도착했는지 알 수 없음",
    zh: "几个相同报文段之一：无从得知到达的是哪一个",
  },
  uncovered: {
    en: "the other capture was not made then",
    ko: "그때 다른 쪽은 캡처하고 있지 않았음",
    zh: "当时另一侧没有在捕获",
  },
  unordered: {
    en: "not known whether before or after the segment above: the clocks leave it open",
    ko: "위의 세그먼트보다 먼저인지 나중인지 알 수 없음: 두 시계로는 정해지지 않음",
    zh: "与上面的报文段孰先孰后不得而知：两个时钟无法判定",
  },
  legend: {
    en: {
      slant: "An arrow falls as far as the segment took, as drawn",
      injected: "Dashed from the middle: not sent by the other end",
      unordered: "○ not known which came first, this or the one above",
    },
    ko: {
      slant: "화살표는 그린 대로 걸린 시간만큼 기울어짐",
      injected: "가운데에서 시작: 반대쪽 끝이 보내지 않음",
      unordered: "○ 이것과 위의 것 중 무엇이 먼저인지 알 수 없음",
    },
    zh: {
      slant: "箭头按所绘的用时倾斜",
      injected: "自中间开始：并非另一端发出",
      unordered: "○ 与上一个孰先孰后不得而知",
    },
  },
});
