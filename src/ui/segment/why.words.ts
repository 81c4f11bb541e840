import type { Basis, Side } from "../../tcp/state.ts";
import * as chinese from "../wording/chinese.ts";
import * as english from "../wording/english.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";

/** What an acknowledged segment takes of the sequence numbers. */
export interface Taken {
  /** SEG.LEN. */
  readonly length: number;
  readonly payloadLength: number;
  readonly countsSyn: boolean;
  readonly countsFin: boolean;
}

function wordTakenInEnglish({ payloadLength, countsSyn, countsFin }: Taken): string {
  const flag = countsSyn ? "SYN" : countsFin ? "FIN" : null;
  if (flag === null) return english.countOctets(payloadLength);
  return payloadLength === 0
    ? `a ${flag} counts one`
    : `${english.countOctets(payloadLength)} and one for the ${flag}`;
}

const scaled = (shift: number): string => (2 ** shift).toLocaleString("en-US");

function wordTakenInKorean({ payloadLength, countsSyn, countsFin }: Taken): string {
  const flag = countsSyn ? "SYN" : countsFin ? "FIN" : null;
  if (flag === null) return `데이터 ${korean.countOctets(payloadLength)}`;
  return payloadLength === 0
    ? `${flag}이 번호 하나를 차지합니다`
    : `데이터 ${korean.countOctets(payloadLength)}, 그리고 ${flag}이 차지하는 번호 하나`;
}

function wordTakenInChinese({ payloadLength, countsSyn, countsFin }: Taken): string {
  const flag = countsSyn ? "SYN" : countsFin ? "FIN" : null;
  if (flag === null) return `数据 ${chinese.countOctets(payloadLength)}`;
  return payloadLength === 0
    ? `${flag} 占用一个序号`
    : `数据 ${chinese.countOctets(payloadLength)}，${flag} 再占一个序号`;
}

export const basisWords = words<Record<Basis, (provedBy: string | null) => string>>({
  start: { en: () => "", ko: () => "", zh: () => "" },
  sent: { en: () => "", ko: () => "", zh: () => "" },
  arrived: {
    en: () => "Observed: the capture at this end holds the segment.",
    ko: () => "관찰: 이 쪽의 캡처에 이 세그먼트가 있습니다.",
    zh: () => "观察到：这一端的捕获中有该报文段。",
  },
  proved: {
    en: (provedBy) => (provedBy === null ? "" : `Proved by ${provedBy}.`),
    ko: (provedBy) => (provedBy === null ? "" : `증명 근거: ${provedBy}.`),
    zh: (provedBy) => (provedBy === null ? "" : `由${provedBy} 证明。`),
  },
  assumed: {
    en: () => "Assumed: nothing in the capture confirms or denies it.",
    ko: () => "가정: 캡처의 어떤 것도 이를 확인하거나 부정하지 않습니다.",
    zh: () => "假定：捕获中没有内容证实或否定这一点。",
  },
  gap: {
    en: () => "Inferred: what caused it is not in the capture, but a later segment needs it.",
    ko: () => "추론: 원인은 캡처에 없지만, 뒤의 세그먼트가 있으려면 필요합니다.",
    zh: () => "推断：起因不在捕获中，但后面的报文段需要它。",
  },
  timer: {
    en: () => "Inferred: a timer ran out; no segment tells.",
    ko: () => "추론: 타이머가 만료되었습니다. 이를 알리는 세그먼트는 없습니다.",
    zh: () => "推断：计时器超时；没有报文段说明。",
  },
  predicted: {
    en: () => "Predicted: unless a segment comes first, a timer will run out after the capture has ended.",
    ko: () => "예측: 그 전에 세그먼트가 오지 않으면, 캡처가 끝난 뒤 타이머가 만료될 것입니다.",
    zh: () => "预测：若此前没有报文段到来，捕获结束之后计时器将超时。",
  },
});

/** Explanations of a segment, a sentence a fact. */
export const whyWords = words({
  segment: {
    en: (position: number) => `segment ${position.toLocaleString("en-US")}`,
    ko: (position) => `세그먼트 ${position.toLocaleString("en-US")}`,
    zh: (position) => `报文段 ${position.toLocaleString("en-US")}`,
  },
  causedBy: {
    en: (segment: string) => `Here ${segment} arrives.`,
    ko: (segment) => `여기서 ${segment}번이 도착합니다.`,
    zh: (segment) => `${segment} 在此到达。`,
  },
  clause: {
    en: (clause: string) => (clause.startsWith("RFC") ? clause : `RFC 9293 §${clause}`),
    ko: (clause) => (clause.startsWith("RFC") ? clause : `RFC 9293 §${clause}`),
    zh: (clause) => (clause.startsWith("RFC") ? clause : `RFC 9293 §${clause}`),
  },
  via: {
    en: (state: string) => `by way of ${state}`,
    ko: (state) => `${state} 경유`,
    zh: (state) => `经由 ${state}`,
  },
  alternatives: {
    en: (end: Side, state: string, others: readonly string[]) =>
      `The capture begins too late to tell whether the ${english.ends[end]} is in ${english.oneOf([state, ...others])}.`,
    ko: (end, state, others) =>
      `캡처가 너무 늦게 시작되어 ${korean.ends[end]}의 상태를 하나로 정할 수 없습니다: ${korean.oneOf([state, ...others])}.`,
    zh: (end, state, others) =>
      `捕获开始得太晚，无法判断${chinese.ends[end]}处于哪个状态：${chinese.oneOf([state, ...others])}。`,
  },
  /** @param doubts each end that is in one of two states */
  either: {
    en: (doubts: readonly { readonly side: Side; readonly states: readonly string[] }[]) =>
      `The capture holds one direction only, and both stories fit every captured segment: ${doubts
        .map(({ side, states }) => `the ${english.ends[side]} is in ${english.oneOf(states)}`)
        .join(", ")}.`,
    ko: (doubts) =>
      `캡처에 한 방향만 있고 두 경우 모두 캡처된 모든 세그먼트와 맞아, 상태를 하나로 정할 수 없습니다: ${doubts
        .map(({ side, states }) => `${korean.ends[side]} ${korean.oneOf(states)}`)
        .join(", ")}.`,
    zh: (doubts) =>
      `捕获中只有一个方向，两种情形都与捕获到的每个报文段相符，无法判断是哪一种：${doubts
        .map(({ side, states }) => `${chinese.ends[side]}处于 ${chinese.oneOf(states)}`)
        .join("，")}。`,
  },
  comment: {
    en: (comment: string) => `Comment in the capture: “${comment}”`,
    ko: (comment) => `캡처에 적힌 주석: “${comment}”`,
    zh: (comment) => `捕获中的注释：“${comment}”`,
  },
  noMove: {
    en: "Neither end changes its state.",
    ko: "양쪽 모두 상태가 바뀌지 않습니다.",
    zh: "两端的状态都不改变。",
  },
  initial: {
    en: (wire: string) => `Its sequence number ${wire} is the initial one, chosen by the sender.`,
    ko: (wire) => `순서 번호 ${wire}: 보내는 쪽이 고른 초기 순서 번호입니다.`,
    zh: (wire) => `其序号 ${wire} 是由发送方选定的初始序号。`,
  },
  initialNotTold: {
    en: (shown: string) =>
      `Its sequence number is the initial one, chosen by the sender; the text shows it as ${shown} and does not tell it.`,
    ko: (shown) =>
      `순서 번호는 보내는 쪽이 고른 초기 순서 번호입니다. 텍스트에 나온 값(${shown})은 실제 값이 아니며, 실제 값은 알 수 없습니다.`,
    zh: (shown) => `其序号是由发送方选定的初始序号；文本显示为 ${shown}，没有给出实际值。`,
  },
  derived: {
    en: (number: string) =>
      `The text does not print its sequence number; ${number} follows from what came before.`,
    ko: (number) => `텍스트에 순서 번호가 없습니다. ${number}: 앞의 내용에서 계산한 값입니다.`,
    zh: (number) => `文本没有输出其序号；${number} 由前面的内容推出。`,
  },
  unknownNumber: {
    en: "The text does not print its sequence number, and nothing before tells it.",
    ko: "텍스트에 순서 번호가 없고, 앞의 내용으로도 알 수 없습니다.",
    zh: "文本没有输出其序号，前面的内容也无法说明。",
  },
  carries: {
    en: (octets: number, first: string, last: string) =>
      octets === 1
        ? `It carries one octet, number ${first}.`
        : `It carries ${english.countOctets(octets)}, numbers ${first} to ${last}.`,
    ko: (octets, first, last) =>
      octets === 1
        ? `데이터 1바이트를 나릅니다(번호 ${first}).`
        : `데이터 ${korean.countOctets(octets)}를 나릅니다(번호 ${first}–${last}).`,
    zh: (octets, first, last) =>
      octets === 1
        ? `携带 1 字节，编号 ${first}。`
        : `携带 ${chinese.countOctets(octets)}，编号 ${first} 至 ${last}。`,
  },
  finTakes: {
    en: (number: string) => `The FIN takes number ${number}.`,
    ko: (number) => `FIN의 번호: ${number}.`,
    zh: (number) => `FIN 占用编号 ${number}。`,
  },
  acknowledges: {
    en: (ack: string, seq: string, segment: string, taken: Taken) =>
      `ack ${ack} = seq ${seq} of ${segment} + ${taken.length.toLocaleString("en-US")}: ${wordTakenInEnglish(taken)}.`,
    ko: (ack, seq, segment, taken) =>
      `ack ${ack} = ${segment}의 seq ${seq} + ${taken.length.toLocaleString("en-US")}: ${wordTakenInKorean(taken)}.`,
    zh: (ack, seq, segment, taken) =>
      `ack ${ack} = ${segment} 的 seq ${seq} + ${taken.length.toLocaleString("en-US")}：${wordTakenInChinese(taken)}。`,
  },
  acknowledgesAgain: {
    en: (ack: string) => `ack ${ack} as before: it acknowledges nothing new.`,
    ko: (ack) => `ack ${ack}: 이전과 같으며, 새로 확인 응답하는 것이 없습니다.`,
    zh: (ack) => `ack ${ack} 与先前相同：没有确认新的内容。`,
  },
  acknowledgesInside: {
    en: (ack: string, segment: string) =>
      `ack ${ack} lies inside ${segment}: only a part of it is acknowledged.`,
    ko: (ack, segment) => `ack ${ack}: ${segment}의 중간이므로 일부만 확인 응답됩니다.`,
    zh: (ack, segment) => `ack ${ack} 落在${segment} 之内：只确认了它的一部分。`,
  },
  acknowledgesBeyond: {
    en: (ack: string) => `ack ${ack} lies beyond all that the capture holds of the other end.`,
    ko: (ack) => `ack ${ack}: 캡처에 있는 상대의 모든 데이터보다 뒤의 번호입니다.`,
    zh: (ack) => `ack ${ack} 超出了捕获中对方的全部内容。`,
  },
  negotiated: {
    en: {
      mss: (client: number, server: number) =>
        client === server
          ? `Neither end is to be sent more than ${english.countOctets(client)} of data in one segment (MSS).`
          : `The client is to be sent at most ${english.countOctets(client)} of data in one segment, the server ${english.countOctets(server)} (MSS).`,
      windowScale: (client: number, server: number) =>
        `Window scaling is in use: multiply the client’s windows by ${scaled(client)}, the server’s by ${scaled(server)}.`,
      sack: "Selective acknowledgments are in use: both ends permit them.",
      timestamps: "Timestamps are in use: both ends have offered them.",
      refused: {
        mss: "",
        "window-scale": "No window scaling",
        "sack-permitted": "No selective acknowledgments",
        timestamps: "No timestamps",
      },
      onlyOne: (what: string, end: Side) => `${what}: only the ${english.ends[end]} has offered them.`,
    },
    ko: {
      mss: (client, server) =>
        client === server
          ? `어느 쪽에도 한 세그먼트에 ${korean.countOctets(client)}보다 많은 데이터를 보낼 수 없습니다(MSS).`
          : `한 세그먼트의 데이터는 클라이언트에게 최대 ${korean.countOctets(client)}, 서버에게 최대 ${korean.countOctets(server)}까지 보낼 수 있습니다(MSS).`,
      windowScale: (client, server) =>
        `윈도우 스케일을 씁니다. 클라이언트의 윈도우에는 ${scaled(client)}배, 서버의 윈도우에는 ${scaled(server)}배를 합니다.`,
      sack: "선택적 확인 응답(SACK)을 씁니다. 양쪽 모두 허용합니다.",
      timestamps: "타임스탬프를 씁니다. 양쪽 모두 제안했습니다.",
      refused: {
        mss: "",
        "window-scale": "윈도우 스케일을 쓰지 않음",
        "sack-permitted": "선택적 확인 응답을 쓰지 않음",
        timestamps: "타임스탬프를 쓰지 않음",
      },
      onlyOne: (what, end) => `${what}: ${korean.ends[end]}만 제안했습니다.`,
    },
    zh: {
      mss: (client, server) =>
        client === server
          ? `向任何一端发送时，一个报文段的数据都不得超过 ${chinese.countOctets(client)}（MSS）。`
          : `一个报文段中，发往客户端的数据最多 ${chinese.countOctets(client)}，发往服务器的最多 ${chinese.countOctets(server)}（MSS）。`,
      windowScale: (client, server) =>
        `使用窗口扩大：客户端的窗口乘以 ${scaled(client)}，服务器的乘以 ${scaled(server)}。`,
      sack: "使用选择确认（SACK）：两端都允许。",
      timestamps: "使用时间戳：两端都已提议。",
      refused: {
        mss: "",
        "window-scale": "不使用窗口扩大",
        "sack-permitted": "不使用选择确认",
        timestamps: "不使用时间戳",
      },
      onlyOne: (what, end) => `${what}：只有${chinese.ends[end]}提议。`,
    },
  },
  window: {
    en: (octets: string) => `Window: ${octets} octets.`,
    ko: (octets) => `윈도우: ${octets}바이트.`,
    zh: (octets) => `窗口：${octets} 字节。`,
  },
  scaledWindow: {
    en: (field: string, shift: number, octets: string) =>
      `Window: ${field} × ${scaled(shift)} = ${octets} octets.`,
    ko: (field, shift, octets) => `윈도우: ${field} × ${scaled(shift)} = ${octets}바이트.`,
    zh: (field, shift, octets) => `窗口：${field} × ${scaled(shift)} = ${octets} 字节。`,
  },
  unscaledWindow: {
    en: (field: string) =>
      `Window field: ${field}; by what it must be multiplied is not known, for the capture does not hold both SYNs.`,
    ko: (field) =>
      `윈도우 필드: ${field}. 캡처에 두 SYN이 모두 있지는 않으므로 몇 배를 해야 하는지 알 수 없습니다.`,
    zh: (field) => `窗口字段：${field}；捕获中没有两个 SYN，因此不知道应乘以多少。`,
  },
  roundTrip: {
    en: {
      handshake: (duration: string, from: string) =>
        `It answers ${from} after ${duration}: the round trip of the handshake.`,
      opening: (duration: string, from: string) =>
        `With the repeated SYNs, opening has taken ${duration} since ${from}.`,
      data: (duration: string, from: string) => `It comes ${duration} after ${from}, which it acknowledges.`,
    },
    ko: {
      handshake: (duration, from) =>
        `${from}에 ${korean.spoken(duration)} 만에 응답합니다: 핸드셰이크의 왕복 시간입니다.`,
      opening: (duration, from) =>
        `되풀이된 SYN을 포함하여 연결하는 데 ${from}부터 ${korean.spoken(duration)} 걸렸습니다.`,
      data: (duration, from) => `확인 응답하는 ${from} 이후 ${korean.spoken(duration)} 만에 옵니다.`,
    },
    zh: {
      handshake: (duration, from) => `它在 ${chinese.spoken(duration)}后应答${from}：这是握手的往返时间。`,
      opening: (duration, from) =>
        `连同重发的 SYN，自${from}起连接用了 ${chinese.spoken(duration).trimEnd()}。`,
      data: (duration, from) => `它在所确认的${from}之后 ${chinese.spoken(duration)}到来。`,
    },
  },
  otherTtl: {
    en: (ttl: number, usual: number, others: number) =>
      `It came with TTL ${ttl}; all ${others} others from this end have ${usual}.`,
    ko: (ttl, usual, others) =>
      `이 세그먼트의 TTL은 ${ttl}입니다. 이쪽에서 온 나머지 ${others}개는 모두 ${usual}입니다.`,
    zh: (ttl, usual, others) => `它的 TTL 为 ${ttl}；这一端的其余 ${others} 个都是 ${usual}。`,
  },
  waits: {
    en: {
      timeWait: (end: Side, duration: string) =>
        `The ${english.ends[end]} now waits 2MSL in TIME-WAIT: ${duration} on Linux, 4 minutes in RFC 9293.`,
      closeWait: (end: Side, until: string | null, duration: string | null) =>
        `The ${english.ends[end]} stays in CLOSE-WAIT ${english.times(until, duration)}: its application has not closed yet.`,
      finWait2: (end: Side, until: string | null, duration: string | null) =>
        `The ${english.ends[end]} stays in FIN-WAIT-2 ${english.times(until, duration)}: the other end has not closed yet.`,
    },
    ko: {
      timeWait: (end, duration) =>
        `이제 ${korean.ends[end]} 쪽은 TIME-WAIT에서 2MSL 동안 기다립니다: Linux에서는 ${korean.spoken(duration)}, RFC 9293에서는 4분입니다.`,
      closeWait: (end, until, duration) =>
        `${korean.ends[end]} 쪽은 ${korean.times(until, duration)} CLOSE-WAIT에 머뭅니다. 애플리케이션이 아직 닫지 않았습니다.`,
      finWait2: (end, until, duration) =>
        `${korean.ends[end]} 쪽은 ${korean.times(until, duration)} FIN-WAIT-2에 머뭅니다. 상대가 아직 닫지 않았습니다.`,
    },
    zh: {
      timeWait: (end, duration) =>
        `${chinese.ends[end]}现在在 TIME-WAIT 中等待 2MSL：Linux 上为 ${chinese.spoken(duration).trimEnd()}，RFC 9293 中为 4 分钟。`,
      closeWait: (end, until, duration) =>
        `${chinese.ends[end]}停留在 CLOSE-WAIT，${chinese.times(until, duration)}：其应用程序尚未关闭。`,
      finWait2: (end, until, duration) =>
        `${chinese.ends[end]}停留在 FIN-WAIT-2，${chinese.times(until, duration)}：对方尚未关闭。`,
    },
  },
});
