import { formatCount } from "../../../figures.ts";
import type { playback as english } from "../../en/explorer/playback.ts";
import { segmentCount } from "../start/wording.ts";

export const playback: typeof english = {
  first: "처음: 연결 이전",
  back: "한 세그먼트 뒤로",
  play: "재생",
  paceLabel: "재생 방식",
  paces: { steps: "단계마다 1초", real: "실제 시간", shortened: "빈 시간 줄이기" },
  paceHints: {
    steps: "1초에 세그먼트 하나",
    real: "캡처된 속도 그대로",
    shortened: "캡처된 속도 그대로, 단 2초보다 오래 기다리지 않음",
  },
  speedLabel: "재생 속도",
  speed: (times) => `${times}×`,
  loop: "끝에서 처음으로 되돌아가기",
  pause: "일시 정지",
  forward: "한 세그먼트 앞으로",
  last: "마지막 세그먼트",
  scrubber: "위치",
  position: (position, last) => `${formatCount(position)}/${formatCount(last)}`,
  before: (last) => `${segmentCount(last)} 중 첫 세그먼트 이전`,
  announce: (position, last, what, client, server) =>
    `세그먼트 ${last}개 중 ${position}: ${what}. 클라이언트 ${client}, 서버 ${server}.`,
  announceStart: (client, server) => `첫 세그먼트 이전. 클라이언트 ${client}, 서버 ${server}.`,
};
