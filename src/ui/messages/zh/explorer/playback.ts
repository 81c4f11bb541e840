import { formatCount } from "../../../figures.ts";
import type { playback as english } from "../../en/explorer/playback.ts";
import { segmentCount } from "../start/wording.ts";

export const playback: typeof english = {
  first: "开头：连接之前",
  back: "后退一个报文段",
  play: "播放",
  paceLabel: "播放方式",
  paces: { steps: "每步 1 秒", real: "真实时间", shortened: "压缩空闲时间" },
  paceHints: {
    steps: "每秒一个报文段",
    real: "与捕获时一样快",
    shortened: "与捕获时一样快，但等待不超过两秒",
  },
  speedLabel: "播放速度",
  speed: (times) => `${times}×`,
  loop: "结束后从头开始",
  pause: "暂停",
  forward: "前进一个报文段",
  last: "最后一个报文段",
  scrubber: "位置",
  position: (position, last) => `第 ${formatCount(position)} 个，共 ${formatCount(last)} 个`,
  before: (last) => `在共 ${segmentCount(last)}的第一个之前`,
  announce: (position, last, what, client, server) =>
    `第 ${position} 个报文段，共 ${last} 个：${what}。客户端 ${client}，服务器 ${server}。`,
  announceStart: (client, server) => `在第一个报文段之前。客户端 ${client}，服务器 ${server}。`,
};
