import type { options as english } from "../../en/explanations/options.ts";

export const options: typeof english = {
  none: "이 세그먼트에는 옵션이 없습니다.",
  noSegment: "첫 세그먼트 이전에는 읽을 헤더가 없습니다.",
  length: (octets) => `${octets}바이트`,
  kind: (kind) => `종류(kind) ${kind}`,
  end: { name: "옵션 목록의 끝", text: "뒤에는 채움 바이트만 옵니다." },
  noOperation: {
    name: "No operation",
    text: "다음 것이 32비트 경계에서 시작하도록 채우는 1바이트입니다.",
  },
  mss: {
    name: "최대 세그먼트 크기 (MSS)",
    text: (octets) =>
      `“한 세그먼트에 데이터를 최대 ${octets.toLocaleString("en-US")}바이트까지 보내 주십시오.” 양쪽이 각자 알리며, 서로 같을 필요는 없습니다.`,
  },
  windowScale: {
    name: "윈도우 스케일 (Window scale)",
    text: (shift, factor) =>
      `“내 세그먼트의 윈도우에 ${factor}배를 하십시오.”(${shift}비트 시프트) 양쪽 SYN에 모두 이 옵션이 있어야 유효하며, SYN 자체의 윈도우에는 적용되지 않습니다(RFC 7323).`,
    tooLarge: " 14보다 큰 시프트는 14로 봅니다.",
  },
  sackPermitted: {
    name: "SACK 허용 (SACK permitted)",
    text: "“선택적 확인 응답을 이해합니다.” SYN에만 있습니다(RFC 2018).",
  },
  sack: {
    name: "선택적 확인 응답 (SACK)",
    text: (blocks) => `“빠진 부분 뒤로 이미 받은 것: ${blocks}.” 빠진 것만 다시 보내면 됩니다(RFC 2018).`,
    block: (left, right) => `${left} 이상 ${right} 미만`,
  },
  timestamps: {
    name: "타임스탬프 (Timestamps)",
    text: (value, echo) =>
      `보내는 쪽의 시계 값: ${value}, 상대에게서 마지막으로 들은 값: ${echo} (RFC 7323).`,
    noEcho: (value) => `보내는 쪽의 시계 값: ${value}. 상대의 값은 아직 듣지 못했습니다(RFC 7323).`,
  },
  fastOpen: {
    name: "Fast Open",
    request: "“다음번에는 SYN에 데이터를 실을 수 있도록 쿠키를 주십시오.”(RFC 7413)",
    cookie: (cookie) => `쿠키: ${cookie} (RFC 7413).`,
  },
  md5: { name: "MD5 서명", text: "세그먼트와 공유 비밀에 대한 서명입니다(RFC 2385)." },
  authentication: { name: "TCP-AO", text: "세그먼트의 메시지 인증 코드입니다(RFC 5925)." },
  userTimeout: {
    name: "사용자 타임아웃",
    text: "이쪽이 연결을 포기하기 전까지 얼마나 오래 시도하는지 알립니다(RFC 5482).",
  },
  multipath: { name: "Multipath TCP", text: "이 연결은 여러 경로를 쓸 수 있습니다(RFC 8684)." },
  experiment: { name: "실험용", text: "실험을 위해 남겨 둔 종류입니다(RFC 4727)." },
  unknown: { name: "알 수 없는 옵션", text: "Synfin이 모르는 종류의 옵션입니다." },
  wrongLength: "길이가 이 종류의 옵션에 맞지 않아 읽지 않았습니다.",
  malformed: "이 옵션의 길이가 잘못되어 뒤의 내용을 읽을 수 없습니다.",
  octets: (octets) => `바이트: ${octets}`,
};
