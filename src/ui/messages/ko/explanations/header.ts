import type { header as english } from "../../en/explanations/header.ts";

const fields: (typeof english)["fields"] = {
  sourcePort: { name: "Source Port (송신 포트)", text: "이 세그먼트를 보내는 쪽의 포트입니다." },
  destinationPort: { name: "Destination Port (수신 포트)", text: "이 세그먼트를 받는 쪽의 포트입니다." },
  sequenceNumber: {
    name: "Sequence Number (순서 번호)",
    text: "데이터 첫 바이트의 번호입니다. SYN에서는 초기 순서 번호(ISN)이고, 데이터는 ISN + 1에서 시작합니다.",
  },
  acknowledgmentNumber: {
    name: "Acknowledgment Number (확인 응답 번호)",
    text: "상대에게서 다음으로 기대하는 번호입니다. 그 앞의 것은 모두 도착했습니다. ACK 플래그가 1일 때만 유효합니다.",
  },
  dataOffset: {
    name: "Data Offset (헤더 길이)",
    text: "32비트 워드 단위의 헤더 길이입니다. 기본은 5이고, 옵션 4바이트마다 1씩 늘어납니다.",
  },
  reserved: { name: "Rsrvd (예약)", text: "나중을 위해 남겨 둔 비트입니다. 0이어야 합니다." },
  AE: {
    name: "AE 플래그",
    text: "Accurate ECN(RFC 9768)입니다. 그 전에는 RFC 3540의 nonce sum인 NS였습니다.",
  },
  CWR: {
    name: "CWR 플래그",
    text: "Congestion Window Reduced: 보내는 쪽이 ECN-Echo를 받고 속도를 줄였습니다.",
  },
  ECE: {
    name: "ECE 플래그",
    text: "ECN-Echo: 경로의 라우터가 혼잡을 표시했습니다. SYN에서는 보내는 쪽이 ECN을 쓸 수 있다는 뜻입니다.",
  },
  URG: { name: "URG 플래그", text: "긴급 포인터가 유효합니다." },
  ACK: {
    name: "ACK 플래그",
    text: "1비트: 확인 응답 번호가 유효하다는 뜻이며, 번호 자체가 아닙니다. 첫 SYN과 일부 RST에만 없습니다.",
  },
  PSH: { name: "PSH 플래그", text: "Push: 더 기다리지 말고 데이터를 애플리케이션에 넘깁니다." },
  RST: { name: "RST 플래그", text: "Reset: 연결을 즉시 끝내거나, 여기에 그런 연결이 없다는 뜻입니다." },
  SYN: {
    name: "SYN 플래그",
    text: "순서 번호 동기화(Synchronize): 연결을 엽니다. 순서 번호 하나를 차지합니다.",
  },
  FIN: {
    name: "FIN 플래그",
    text: "이쪽에서 보낼 데이터가 더는 없습니다. 순서 번호 하나를 차지합니다.",
  },
  window: {
    name: "Window (윈도우)",
    text: "이 세그먼트를 보내는 쪽이 확인 응답 번호부터 몇 바이트를 받을 수 있는지 나타냅니다.",
  },
  checksum: {
    name: "Checksum (체크섬)",
    text: "헤더와 데이터가 도중에 손상되는 것을 찾아냅니다. Synfin은 이 값을 보관하지 않습니다.",
  },
  urgentPointer: {
    name: "Urgent Pointer (긴급 포인터)",
    text: "긴급 데이터의 끝을 순서 번호부터 센 값입니다. URG 플래그가 1일 때만 유효합니다.",
  },
  options: {
    name: "Options (옵션)",
    text: "0–40바이트이며 옵션 탭에서 설명합니다. 32비트의 배수로 채웁니다.",
  },
  data: {
    name: "Data (데이터)",
    text: "헤더 뒤에 오는 데이터입니다. Synfin은 바이트 수만 세고 내용은 보관하지 않습니다.",
  },
};

export const header: typeof english = {
  fields,
  hint: "필드를 가리키거나 Tab 키로 이동하면 그 설명이 나옵니다.",
  notKept: "보관하지 않음",
  notInCapture: "캡처에 없음",
  relative: (number) => `상대 ${number}`,
  wire: (number) => `실제 ${number}`,
  ignored: "무효: ACK 플래그가 0",
  inferred: "텍스트에 없어 계산한 값",
  relativeOnly: "상대 번호: 텍스트가 실제 번호를 알려 주지 않음",
  words: (words) => `${words} × 4 = ${words * 4}바이트`,
  octets: (octets) => `${octets}바이트`,
  noOptions: "없음",
  scaled: (shift, octets) => `× ${(2 ** shift).toLocaleString("en-US")} = ${octets}바이트`,
  alreadyScaled: (octets) => `${octets}바이트(텍스트에 이미 배율이 적용되어 있음)`,
  bits: (first, last) => (first === last ? `비트 ${first}` : `비트 ${first}–${last}`),
};
