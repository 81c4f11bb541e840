import { formatCount } from "../figures.ts";
import * as chinese from "../wording/chinese.ts";
import * as english from "../wording/english.ts";
import * as korean from "../wording/korean.ts";
import { words } from "../words.ts";

export const playbackWords = words({
  first: { en: "First: before the connection", ko: "처음: 연결 이전", zh: "开头：连接之前" },
  back: { en: "Back one segment", ko: "한 세그먼트 뒤로", zh: "后退一个报文段" },
  play: { en: "Play", ko: "재생", zh: "播放" },
  paceLabel: { en: "Pace of playback", ko: "재생 방식", zh: "播放方式" },
  paces: {
    en: { steps: "1 s per step", real: "Real time", shortened: "Idle time shortened" },
    ko: { steps: "단계마다 1초", real: "실제 시간", shortened: "빈 시간 줄이기" },
    zh: { steps: "每步 1 秒", real: "真实时间", shortened: "压缩空闲时间" },
  },
  paceHints: {
    en: {
      steps: "One segment a second",
      real: "As fast as the capture was",
      shortened: "As fast as the capture was, but no wait is longer than two seconds",
    },
    ko: {
      steps: "1초에 세그먼트 하나",
      real: "캡처된 속도 그대로",
      shortened: "캡처된 속도 그대로, 단 2초보다 오래 기다리지 않음",
    },
    zh: {
      steps: "每秒一个报文段",
      real: "与捕获时一样快",
      shortened: "与捕获时一样快，但等待不超过两秒",
    },
  },
  speedLabel: { en: "Speed of playback", ko: "재생 속도", zh: "播放速度" },
  speed: { en: (times: number) => `${times}×`, ko: (times) => `${times}×`, zh: (times) => `${times}×` },
  loop: { en: "Start over at the end", ko: "끝에서 처음으로 되돌아가기", zh: "结束后从头开始" },
  pause: { en: "Pause", ko: "일시 정지", zh: "暂停" },
  forward: { en: "Forward one segment", ko: "한 세그먼트 앞으로", zh: "前进一个报文段" },
  last: { en: "Last segment", ko: "마지막 세그먼트", zh: "最后一个报文段" },
  scrubber: { en: "Position", ko: "위치", zh: "位置" },
  position: {
    en: (position: number, last: number) => `${formatCount(position)} of ${formatCount(last)}`,
    ko: (position, last) => `${formatCount(position)}/${formatCount(last)}`,
    zh: (position, last) => `第 ${formatCount(position)} 个，共 ${formatCount(last)} 个`,
  },
  before: {
    en: (last: number) => `Before the first of ${english.counted(last, "segment", "segments")}`,
    ko: (last) => `${korean.segmentCount(last)} 중 첫 세그먼트 이전`,
    zh: (last) => `在共 ${chinese.segmentCount(last)}的第一个之前`,
  },
  announce: {
    en: (position: number, last: number, what: string, client: string, server: string) =>
      `Segment ${position} of ${last}: ${what}. Client ${client}, server ${server}.`,
    ko: (position, last, what, client, server) =>
      `세그먼트 ${last}개 중 ${position}: ${what}. 클라이언트 ${client}, 서버 ${server}.`,
    zh: (position, last, what, client, server) =>
      `第 ${position} 个报文段，共 ${last} 个：${what}。客户端 ${client}，服务器 ${server}。`,
  },
  announceStart: {
    en: (client: string, server: string) => `Before the first segment. Client ${client}, server ${server}.`,
    ko: (client, server) => `첫 세그먼트 이전. 클라이언트 ${client}, 서버 ${server}.`,
    zh: (client, server) => `在第一个报文段之前。客户端 ${client}，服务器 ${server}。`,
  },
});
