import type { Basis } from "../../../../tcp/state.ts";
import type { Taken, why as english } from "../../en/explanations/why.ts";
import { countOctets, ends, oneOf, spoken, times } from "../start/wording.ts";
import { calls, wordCall } from "./calls.ts";
import { fates } from "./fates.ts";
import { linuxDifferences } from "./linux-differences.ts";
import { notes } from "./notes.ts";

const bases: Record<Basis, (provedBy: string | null) => string> = {
  start: () => "",
  sent: () => "",
  arrived: () => "观察到：这一端的捕获中有该报文段。",
  proved: (provedBy) => (provedBy === null ? "" : `由${provedBy} 证明。`),
  assumed: () => "假定：捕获中没有内容证实或否定这一点。",
  gap: () => "推断：起因不在捕获中，但后面的报文段需要它。",
  timer: () => "推断：计时器超时；没有报文段说明。",
  predicted: () => "预测：若此前没有报文段到来，捕获结束之后计时器将超时。",
};

function wordTaken({ payloadLength, countsSyn, countsFin }: Taken): string {
  const flag = countsSyn ? "SYN" : countsFin ? "FIN" : null;
  if (flag === null) return `数据 ${countOctets(payloadLength)}`;
  return payloadLength === 0
    ? `${flag} 占用一个序号`
    : `数据 ${countOctets(payloadLength)}，${flag} 再占一个序号`;
}

const scaled = (shift: number): string => (2 ** shift).toLocaleString("en-US");

export const why: typeof english = {
  calls,
  call: wordCall,
  bases,
  fates,
  notes,
  linuxDifferences,
  segment: (position) => `报文段 ${position.toLocaleString("en-US")}`,
  causedBy: (segment) => `${segment} 在此到达。`,
  clause: (clause) => (clause.startsWith("RFC") ? clause : `RFC 9293 §${clause}`),
  via: (state) => `经由 ${state}`,
  alternatives: (end, state, others) =>
    `捕获开始得太晚，无法判断${ends[end]}处于哪个状态：${oneOf([state, ...others])}。`,
  either: (doubts) =>
    `捕获中只有一个方向，两种情形都与捕获到的每个报文段相符，无法判断是哪一种：${doubts
      .map(({ side, states }) => `${ends[side]}处于 ${oneOf(states)}`)
      .join("，")}。`,
  comment: (comment) => `捕获中的注释：“${comment}”`,
  noMove: "两端的状态都不改变。",
  initial: (wire) => `其序号 ${wire} 是由发送方选定的初始序号。`,
  initialNotTold: (shown) => `其序号是由发送方选定的初始序号；文本显示为 ${shown}，没有给出实际值。`,
  derived: (number) => `文本没有输出其序号；${number} 由前面的内容推出。`,
  unknownNumber: "文本没有输出其序号，前面的内容也无法说明。",
  carries: (octets, first, last) =>
    octets === 1 ? `携带 1 字节，编号 ${first}。` : `携带 ${countOctets(octets)}，编号 ${first} 至 ${last}。`,
  finTakes: (number) => `FIN 占用编号 ${number}。`,
  acknowledges: (ack, seq, segment, taken) =>
    `ack ${ack} = ${segment} 的 seq ${seq} + ${taken.length.toLocaleString("en-US")}：${wordTaken(taken)}。`,
  acknowledgesAgain: (ack) => `ack ${ack} 与先前相同：没有确认新的内容。`,
  acknowledgesInside: (ack, segment) => `ack ${ack} 落在${segment} 之内：只确认了它的一部分。`,
  acknowledgesBeyond: (ack) => `ack ${ack} 超出了捕获中对方的全部内容。`,
  negotiated: {
    mss: (client, server) =>
      client === server
        ? `向任何一端发送时，一个报文段的数据都不得超过 ${countOctets(client)}（MSS）。`
        : `一个报文段中，发往客户端的数据最多 ${countOctets(client)}，发往服务器的最多 ${countOctets(server)}（MSS）。`,
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
    onlyOne: (what, end) => `${what}：只有${ends[end]}提议。`,
  },
  window: (octets) => `窗口：${octets} 字节。`,
  scaledWindow: (field, shift, octets) => `窗口：${field} × ${scaled(shift)} = ${octets} 字节。`,
  unscaledWindow: (field) => `窗口字段：${field}；捕获中没有两个 SYN，因此不知道应乘以多少。`,
  roundTrip: {
    handshake: (duration, from) => `它在 ${spoken(duration)}后应答${from}：这是握手的往返时间。`,
    opening: (duration, from) => `连同重发的 SYN，自${from}起连接用了 ${spoken(duration).trimEnd()}。`,
    data: (duration, from) => `它在所确认的${from}之后 ${spoken(duration)}到来。`,
  },
  otherTtl: (ttl, usual, others) => `它的 TTL 为 ${ttl}；这一端的其余 ${others} 个都是 ${usual}。`,
  waits: {
    timeWait: (end, duration) =>
      `${ends[end]}现在在 TIME-WAIT 中等待 2MSL：Linux 上为 ${spoken(duration).trimEnd()}，RFC 9293 中为 4 分钟。`,
    closeWait: (end, until, duration) =>
      `${ends[end]}停留在 CLOSE-WAIT，${times(until, duration)}：其应用程序尚未关闭。`,
    finWait2: (end, until, duration) =>
      `${ends[end]}停留在 FIN-WAIT-2，${times(until, duration)}：对方尚未关闭。`,
  },
};
