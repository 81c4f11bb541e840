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
  arrived: () => "관찰: 이 쪽의 캡처에 이 세그먼트가 있습니다.",
  proved: (provedBy) => (provedBy === null ? "" : `증명 근거: ${provedBy}.`),
  assumed: () => "가정: 캡처의 어떤 것도 이를 확인하거나 부정하지 않습니다.",
  gap: () => "추론: 원인은 캡처에 없지만, 뒤의 세그먼트가 있으려면 필요합니다.",
  timer: () => "추론: 타이머가 만료되었습니다. 이를 알리는 세그먼트는 없습니다.",
  predicted: () => "예측: 그 전에 세그먼트가 오지 않으면, 캡처가 끝난 뒤 타이머가 만료될 것입니다.",
};

function wordTaken({ payloadLength, countsSyn, countsFin }: Taken): string {
  const flag = countsSyn ? "SYN" : countsFin ? "FIN" : null;
  if (flag === null) return `데이터 ${countOctets(payloadLength)}`;
  return payloadLength === 0
    ? `${flag}이 번호 하나를 차지합니다`
    : `데이터 ${countOctets(payloadLength)}, 그리고 ${flag}이 차지하는 번호 하나`;
}

const scaled = (shift: number): string => (2 ** shift).toLocaleString("en-US");

export const why: typeof english = {
  calls,
  call: wordCall,
  bases,
  fates,
  notes,
  linuxDifferences,
  segment: (position) => `세그먼트 ${position.toLocaleString("en-US")}`,
  causedBy: (segment) => `여기서 ${segment}번이 도착합니다.`,
  clause: (clause) => (clause.startsWith("RFC") ? clause : `RFC 9293 §${clause}`),
  via: (state) => `${state} 경유`,
  alternatives: (end, state, others) =>
    `캡처가 너무 늦게 시작되어 ${ends[end]}의 상태를 하나로 정할 수 없습니다: ${oneOf([state, ...others])}.`,
  either: (doubts) =>
    `캡처에 한 방향만 있고 두 경우 모두 캡처된 모든 세그먼트와 맞아, 상태를 하나로 정할 수 없습니다: ${doubts
      .map(({ side, states }) => `${ends[side]} ${oneOf(states)}`)
      .join(", ")}.`,
  comment: (comment) => `캡처에 적힌 주석: “${comment}”`,
  noMove: "양쪽 모두 상태가 바뀌지 않습니다.",
  initial: (wire) => `순서 번호 ${wire}: 보내는 쪽이 고른 초기 순서 번호입니다.`,
  initialNotTold: (shown) =>
    `순서 번호는 보내는 쪽이 고른 초기 순서 번호입니다. 텍스트에 나온 값(${shown})은 실제 값이 아니며, 실제 값은 알 수 없습니다.`,
  derived: (number) => `텍스트에 순서 번호가 없습니다. ${number}: 앞의 내용에서 계산한 값입니다.`,
  unknownNumber: "텍스트에 순서 번호가 없고, 앞의 내용으로도 알 수 없습니다.",
  carries: (octets, first, last) =>
    octets === 1
      ? `데이터 1바이트를 나릅니다(번호 ${first}).`
      : `데이터 ${countOctets(octets)}를 나릅니다(번호 ${first}–${last}).`,
  finTakes: (number) => `FIN의 번호: ${number}.`,
  acknowledges: (ack, seq, segment, taken) =>
    `ack ${ack} = ${segment}의 seq ${seq} + ${taken.length.toLocaleString("en-US")}: ${wordTaken(taken)}.`,
  acknowledgesAgain: (ack) => `ack ${ack}: 이전과 같으며, 새로 확인 응답하는 것이 없습니다.`,
  acknowledgesInside: (ack, segment) => `ack ${ack}: ${segment}의 중간이므로 일부만 확인 응답됩니다.`,
  acknowledgesBeyond: (ack) => `ack ${ack}: 캡처에 있는 상대의 모든 데이터보다 뒤의 번호입니다.`,
  negotiated: {
    mss: (client, server) =>
      client === server
        ? `어느 쪽에도 한 세그먼트에 ${countOctets(client)}보다 많은 데이터를 보낼 수 없습니다(MSS).`
        : `한 세그먼트의 데이터는 클라이언트에게 최대 ${countOctets(client)}, 서버에게 최대 ${countOctets(server)}까지 보낼 수 있습니다(MSS).`,
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
    onlyOne: (what, end) => `${what}: ${ends[end]}만 제안했습니다.`,
  },
  window: (octets) => `윈도우: ${octets}바이트.`,
  scaledWindow: (field, shift, octets) => `윈도우: ${field} × ${scaled(shift)} = ${octets}바이트.`,
  unscaledWindow: (field) =>
    `윈도우 필드: ${field}. 캡처에 두 SYN이 모두 있지는 않으므로 몇 배를 해야 하는지 알 수 없습니다.`,
  roundTrip: {
    handshake: (duration, from) =>
      `${from}에 ${spoken(duration)} 만에 응답합니다: 핸드셰이크의 왕복 시간입니다.`,
    opening: (duration, from) =>
      `되풀이된 SYN을 포함하여 연결하는 데 ${from}부터 ${spoken(duration)} 걸렸습니다.`,
    data: (duration, from) => `확인 응답하는 ${from} 이후 ${spoken(duration)} 만에 옵니다.`,
  },
  otherTtl: (ttl, usual, others) =>
    `이 세그먼트의 TTL은 ${ttl}입니다. 이쪽에서 온 나머지 ${others}개는 모두 ${usual}입니다.`,
  waits: {
    timeWait: (end, duration) =>
      `이제 ${ends[end]} 쪽은 TIME-WAIT에서 2MSL 동안 기다립니다: Linux에서는 ${spoken(duration)}, RFC 9293에서는 4분입니다.`,
    closeWait: (end, until, duration) =>
      `${ends[end]} 쪽은 ${times(until, duration)} CLOSE-WAIT에 머뭅니다. 애플리케이션이 아직 닫지 않았습니다.`,
    finWait2: (end, until, duration) =>
      `${ends[end]} 쪽은 ${times(until, duration)} FIN-WAIT-2에 머뭅니다. 상대가 아직 닫지 않았습니다.`,
  },
};
