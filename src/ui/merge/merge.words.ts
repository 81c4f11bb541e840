import type { OfferedKinship } from "../../store/merge/merging.ts";
import { formatCount, formatDuration } from "../figures.ts";
import * as chinese from "../wording/chinese.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";

type Alone = "lost" | "arrived" | "open" | "absent";

function toldAlone(from: string, alone: Alone): string {
  if (alone === "lost") return `${from} looks lost; it arrived.`;
  if (alone === "arrived") return `${from} counts as arrived; it was lost.`;
  return alone === "open"
    ? `${from} may have been lost or not; it was lost.`
    : `${from} does not exist: it was lost on the way there.`;
}

function toldAloneKo(from: string, alone: Alone): string {
  if (alone === "lost") return `${from} 손실된 것으로 보이지만, 도착했습니다.`;
  if (alone === "arrived") return `${from} 도착한 것으로 여겨지지만, 손실되었습니다.`;
  return alone === "open"
    ? `${from} 손실되었는지 알 수 없지만, 손실되었습니다.`
    : `${from} 존재하지 않습니다. 그곳으로 가는 길에 손실되었습니다.`;
}

function toldAloneZh(from: string, alone: Alone): string {
  if (alone === "lost") return `${from}看似丢失，其实已到达。`;
  if (alone === "arrived") return `${from}算作已到达，其实丢失了。`;
  return alone === "open" ? `${from}是否丢失不得而知，其实丢失了。` : `${from}并不存在：它在途中丢失了。`;
}

function signed(nanoseconds: number): string {
  return `${nanoseconds < 0 ? "−" : "+"}${formatDuration(Math.abs(nanoseconds))}`;
}

/** Two captures of the same traffic. */
export const merging = words({
  label: { en: "Two captures", ko: "두 캡처", zh: "两个捕获" },
  offered: {
    en: ({ kind, names, connections }: OfferedKinship) => {
      const [name] = names;
      if (kind === "same") return `This is the same capture as ${name}.`;
      const held = `${formatCount(connections)} ${connections === 1 ? "connection" : "connections"}`;
      return kind === "both"
        ? `This capture and ${name} hold both ends of ${held}.`
        : `These ${formatCount(names.length + 1)} files are one capture, cut in pieces.`;
    },
    ko: ({ kind, names, connections }) => {
      const [name] = names;
      if (kind === "same") return `${name}과(와) 같은 캡처입니다.`;
      return kind === "both"
        ? `이 캡처와 ${name}에 연결 ${formatCount(connections)}개의 양쪽 끝이 담겨 있습니다.`
        : `이 파일 ${formatCount(names.length + 1)}개는 나누어 저장된 하나의 캡처입니다.`;
    },
    zh: ({ kind, names, connections }) => {
      const [name] = names;
      if (kind === "same") return `这与 ${name} 是同一个捕获。`;
      return kind === "both"
        ? `此捕获与 ${name} 包含 ${formatCount(connections)} 个连接的两端。`
        : `这 ${formatCount(names.length + 1)} 个文件是被切分的同一个捕获。`;
    },
  },
  merge: { en: "Merge", ko: "합치기", zh: "合并" },
  join: { en: "Read as one", ko: "하나로 읽기", zh: "作为一个读取" },
  close: { en: "Close", ko: "닫기", zh: "关闭" },
  decline: { en: "Leave as it is", ko: "그대로 두기", zh: "保持原样" },
  from: {
    en: (client: string, server: string) => `${client} at the client, ${server} at the server`,
    ko: (client, server) => `클라이언트 쪽 ${client}, 서버 쪽 ${server}`,
    zh: (client, server) => `客户端一侧 ${client}，服务器一侧 ${server}`,
  },
  fromLink: {
    en: "A link made of two captures, one at each end",
    ko: "양쪽 끝의 두 캡처로 만든 링크",
    zh: "由两端的两个捕获制成的链接",
  },
  pairs: {
    en: (paired: number, all: number) => `${formatCount(paired)} of ${formatCount(all)} seen at both ends`,
    ko: (paired, all) => `${formatCount(all)}개 중 ${formatCount(paired)}개가 양쪽에 있음`,
    zh: (paired, all) => `${formatCount(all)} 个中 ${formatCount(paired)} 个两端都有`,
  },
  lost: {
    en: (count: number) => `${formatCount(count)} lost`,
    ko: (count) => `손실 ${formatCount(count)}`,
    zh: (count) => `丢失 ${formatCount(count)}`,
  },
  injected: {
    en: (count: number) => `${formatCount(count)} injected`,
    ko: (count) => `주입 ${formatCount(count)}`,
    zh: (count) => `注入 ${formatCount(count)}`,
  },
  doubled: {
    en: (count: number) => `${formatCount(count)} doubled on the way`,
    ko: (count) => `도중에 복제 ${formatCount(count)}`,
    zh: (count) => `途中被复制 ${formatCount(count)}`,
  },
  offset: {
    en: (ahead: number, around: number) => `offset ${signed(ahead)} ± ${formatDuration(around)}`,
    ko: (ahead, around) => `시계 차이 ${signed(ahead)} ± ${formatDuration(around)}`,
    zh: (ahead, around) => `时钟差 ${signed(ahead)} ± ${formatDuration(around)}`,
  },
  changes: {
    en: (names: readonly string[]) => `path: ${names.join(", ")}`,
    ko: (names) => `경로: ${names.join(", ")}`,
    zh: (names) => `路径：${names.join("、")}`,
  },
  alone: {
    en: (count: number, name: string) =>
      `${formatCount(count)} ${count === 1 ? "connection" : "connections"} in ${name} only`,
    ko: (count, name) => `${name}에만 있는 연결 ${formatCount(count)}개`,
    zh: (count, name) => `仅 ${name} 中有的 ${formatCount(count)} 个连接`,
  },
  moreAlone: {
    en: (count: number) => `and ${formatCount(count)} more`,
    ko: (count) => `그 밖에 ${formatCount(count)}개`,
    zh: (count) => `另有 ${formatCount(count)} 个`,
  },
  whyAlone: {
    en: "They took another path, were lost whole, or were not captured there; or a proxy ended them and opened others",
    ko: "다른 경로로 갔거나, 모두 손실되었거나, 그곳에서 캡처되지 않았음. 또는 프록시가 연결을 끝내고 다른 연결을 열었음",
    zh: "它们走了别的路径、全部丢失或未在那里被捕获；或者由代理终止并另建了连接",
  },
  undecided: {
    en: (count: number) =>
      `${formatCount(count)} more could be any of several of the other capture: they are not merged`,
    ko: (count) =>
      `그 밖의 ${formatCount(count)}개는 다른 캡처의 여러 연결 중 어느 것인지 알 수 없어 합치지 않음`,
    zh: (count) => `另有 ${formatCount(count)} 个可能对应另一捕获中的多个连接，未合并`,
  },
  clock: {
    en: (ahead: number) =>
      ahead < 0
        ? `The server's clock is ${formatDuration(-ahead)} behind, as drawn`
        : `The server's clock is ${formatDuration(ahead)} ahead, as drawn`,
    ko: (ahead) =>
      `그린 대로라면 서버의 시계가 ${korean.lasting(Math.abs(ahead))} ${ahead < 0 ? "늦음" : "빠름"}`,
    zh: (ahead) =>
      `按所绘，服务器的时钟${ahead < 0 ? "慢" : "快"} ${chinese.lasting(Math.abs(ahead)).trimEnd()}`,
  },
  /** How far the second clock may be moved. */
  free: {
    en: (width: number) =>
      Number.isFinite(width)
        ? `free within ${formatDuration(width)}: how the round trip splits between the directions is not known`
        : "only one direction was captured at both ends: the clock is bounded from one side",
    ko: (width) =>
      Number.isFinite(width)
        ? `${korean.lasting(width)} 안에서 자유로움: 왕복 시간이 두 방향으로 어떻게 나뉘는지는 알 수 없음`
        : "양쪽에서 캡처된 것이 한 방향뿐이라 시계는 한쪽으로만 제한됨",
    zh: (width) =>
      Number.isFinite(width)
        ? `可在 ${chinese.lasting(width)}内移动：往返时间在两个方向上如何分配无从得知`
        : "只有一个方向在两端都被捕获：时钟只有单侧界限",
  },
  unbounded: {
    en: "nothing tells at which end each capture was made, so this is a guess",
    ko: "각 캡처가 어느 쪽 끝에서 만들어졌는지 알 수 없어 추측임",
    zh: "无从得知各捕获是在哪一端做的，因此这是猜测",
  },
  /** How the least round trip splits, as drawn. */
  split: {
    en: (toServer: number, toClient: number) =>
      `at least ${formatDuration(toServer)} to the server, ${formatDuration(toClient)} to the client`,
    ko: (toServer, toClient) =>
      `서버 쪽으로 적어도 ${korean.lasting(toServer)}, 클라이언트 쪽으로 ${korean.lasting(toClient)}`,
    zh: (toServer, toClient) =>
      `向服务器至少 ${chinese.lasting(toServer).trimEnd()}，向客户端 ${chinese.lasting(toClient).trimEnd()}`,
  },
  slider: {
    en: "The server's clock, within what is possible",
    ko: "가능한 범위 안의 서버 시계",
    zh: "可能范围内的服务器时钟",
  },
  middle: { en: "Middle", ko: "가운데", zh: "中间" },
  equal: { en: "Both clocks are the same", ko: "두 시계가 같음", zh: "两个时钟一致" },
  unequal: {
    en: (least: number) =>
      `The clocks are not the same: they differ by at least ${formatDuration(least)}, or a segment would arrive before it was sent`,
    ko: (least) =>
      `두 시계는 같지 않음: 적어도 ${korean.lasting(least)} 다르며, 그렇지 않으면 보내기 전에 도착하는 세그먼트가 생김`,
    zh: (least) =>
      `两个时钟不一致：至少相差 ${chinese.lasting(least).trimEnd()}，否则会有报文段在发出之前到达`,
  },
  rate: {
    en: (low: number, high: number) =>
      `The server's clock runs ${low.toFixed(0)} to ${high.toFixed(0)} ppm faster than the client's`,
    ko: (low, high) => `서버의 시계가 클라이언트보다 ${low.toFixed(0)}~${high.toFixed(0)} ppm 빠르게 감`,
    zh: (low, high) => `服务器的时钟比客户端快 ${low.toFixed(0)} 至 ${high.toFixed(0)} ppm`,
  },
  step: {
    en: (by: number) => `One of the clocks was set by ${formatDuration(Math.abs(by))} meanwhile`,
    ko: (by) => `도중에 한쪽 시계가 ${korean.lasting(Math.abs(by))} 조정됨`,
    zh: (by) => `其间一个时钟被调整了 ${chinese.lasting(Math.abs(by)).trimEnd()}`,
  },
  unrelated: {
    en: "The times of both captures contradict each other, or there are none: each end's own order is all that is known",
    ko: "두 캡처의 시각이 서로 모순되거나 없음: 각 끝의 순서만 알 수 있음",
    zh: "两个捕获的时间相互矛盾或没有时间：只知道各端自己的顺序",
  },
  /** From one capture alone, that at the client or at the server. */
  misjudged: {
    en: {
      client: (position: number, alone: Alone) =>
        toldAlone(`From the client's capture alone, segment ${position}`, alone),
      server: (position: number, alone: Alone) =>
        toldAlone(`From the server's capture alone, segment ${position}`, alone),
    },
    ko: {
      client: (position, alone) => toldAloneKo(`클라이언트 쪽 캡처만 보면 세그먼트 ${position}은(는)`, alone),
      server: (position, alone) => toldAloneKo(`서버 쪽 캡처만 보면 세그먼트 ${position}은(는)`, alone),
    },
    zh: {
      client: (position, alone) => toldAloneZh(`只看客户端一侧的捕获，报文段 ${position} `, alone),
      server: (position, alone) => toldAloneZh(`只看服务器一侧的捕获，报文段 ${position} `, alone),
    },
  },
  more: {
    en: (count: number) => `and ${formatCount(count)} more like these`,
    ko: (count) => `그 밖에 ${formatCount(count)}개`,
    zh: (count) => `另有 ${formatCount(count)} 处类似`,
  },
  strip: {
    en: (forward: number, backward: number) =>
      `Delay above the least: to the server up to ${formatDuration(forward)}, to the client up to ${formatDuration(backward)}`,
    ko: (forward, backward) =>
      `최소값을 넘는 지연: 서버 쪽으로 최대 ${korean.lasting(forward)}, 클라이언트 쪽으로 최대 ${korean.lasting(backward)}`,
    zh: (forward, backward) =>
      `超出最小值的时延：向服务器最多 ${chinese.lasting(forward).trimEnd()}，向客户端最多 ${chinese.lasting(backward).trimEnd()}`,
  },
  between: { en: "Clocks, delays and path", ko: "시계, 지연, 경로", zh: "时钟、时延与路径" },
  path: { en: "What is in between", ko: "그 사이에 있는 것", zh: "中间有什么" },
  unchanged: {
    en: "The path changed nothing that both captures tell",
    ko: "두 캡처로 볼 때 경로가 바꾼 것이 없음",
    zh: "从两个捕获看，路径没有改动什么",
  },
  changed: {
    en: {
      of: { client: "of the client", server: "of the server" },
      endpoint: "address (NAT)",
      sequenceShift: "sequence numbers renewed",
      windowScale: "window scale",
      sackPermitted: "SACK permitted",
      timestamps: "timestamps",
      congestion: "ECN bits cleared",
      hops: (least: number, most: number) =>
        least === most ? `${least} routers` : `${least} to ${most} routers`,
      none: "none",
    },
    ko: {
      of: { client: "클라이언트의", server: "서버의" },
      endpoint: "주소(NAT)",
      sequenceShift: "순서 번호 다시 매김",
      windowScale: "윈도우 스케일",
      sackPermitted: "SACK 허용",
      timestamps: "타임스탬프",
      congestion: "ECN 비트 지워짐",
      hops: (least, most) => (least === most ? `라우터 ${least}개` : `라우터 ${least}~${most}개`),
      none: "없음",
    },
    zh: {
      of: { client: "客户端的", server: "服务器的" },
      endpoint: "地址（NAT）",
      sequenceShift: "序号被改写",
      windowScale: "窗口扩大",
      sackPermitted: "允许 SACK",
      timestamps: "时间戳",
      congestion: "ECN 位被清除",
      hops: (least, most) => (least === most ? `${least} 个路由器` : `${least} 至 ${most} 个路由器`),
      none: "无",
    },
  },
});
