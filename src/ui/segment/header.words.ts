import { words } from "../words.ts";

/** Fields of the TCP header as RFC 9293 section 3.1 names them, and what each is for. */
export const fieldWords = words({
  sourcePort: {
    en: { name: "Source Port", text: "The port of the end that sends this segment." },
    ko: { name: "Source Port (송신 포트)", text: "이 세그먼트를 보내는 쪽의 포트입니다." },
    zh: { name: "Source Port（源端口）", text: "发送此报文段的一端的端口。" },
  },
  destinationPort: {
    en: { name: "Destination Port", text: "The port of the end that the segment is sent to." },
    ko: { name: "Destination Port (수신 포트)", text: "이 세그먼트를 받는 쪽의 포트입니다." },
    zh: { name: "Destination Port（目的端口）", text: "接收此报文段的一端的端口。" },
  },
  sequenceNumber: {
    en: {
      name: "Sequence Number",
      text: "Number of the first octet of data. In a SYN it is the initial sequence number (ISN), and data begins at ISN + 1.",
    },
    ko: {
      name: "Sequence Number (순서 번호)",
      text: "데이터 첫 바이트의 번호입니다. SYN에서는 초기 순서 번호(ISN)이고, 데이터는 ISN + 1에서 시작합니다.",
    },
    zh: {
      name: "Sequence Number（序号）",
      text: "数据第一个字节的编号。在 SYN 中它是初始序号（ISN），数据从 ISN + 1 开始。",
    },
  },
  acknowledgmentNumber: {
    en: {
      name: "Acknowledgment Number",
      text: "The next number expected from the other end: all before it has arrived. It counts only if the ACK flag is 1.",
    },
    ko: {
      name: "Acknowledgment Number (확인 응답 번호)",
      text: "상대에게서 다음으로 기대하는 번호입니다. 그 앞의 것은 모두 도착했습니다. ACK 플래그가 1일 때만 유효합니다.",
    },
    zh: {
      name: "Acknowledgment Number（确认号）",
      text: "期望从对方收到的下一个编号：在它之前的都已到达。仅当 ACK 标志为 1 时有效。",
    },
  },
  dataOffset: {
    en: {
      name: "Data Offset",
      text: "Length of the header in words of 32 bits: 5, and one more for each 4 octets of options.",
    },
    ko: {
      name: "Data Offset (헤더 길이)",
      text: "32비트 워드 단위의 헤더 길이입니다. 기본은 5이고, 옵션 4바이트마다 1씩 늘어납니다.",
    },
    zh: {
      name: "Data Offset（数据偏移）",
      text: "以 32 位字为单位的首部长度：基本为 5，每 4 字节选项加 1。",
    },
  },
  reserved: {
    en: { name: "Rsrvd", text: "Bits kept for later use. They must be zero." },
    ko: { name: "Rsrvd (예약)", text: "나중을 위해 남겨 둔 비트입니다. 0이어야 합니다." },
    zh: { name: "Rsrvd（保留）", text: "留待以后使用的位，必须为零。" },
  },
  AE: {
    en: {
      name: "AE flag",
      text: "Accurate ECN (RFC 9768). Before that it was NS, the nonce sum of RFC 3540.",
    },
    ko: {
      name: "AE 플래그",
      text: "Accurate ECN(RFC 9768)입니다. 그 전에는 RFC 3540의 nonce sum인 NS였습니다.",
    },
    zh: { name: "AE 标志", text: "Accurate ECN（RFC 9768）。此前是 NS，即 RFC 3540 的 nonce sum。" },
  },
  CWR: {
    en: {
      name: "CWR flag",
      text: "Congestion Window Reduced: the sender has slowed down after an ECN-Echo.",
    },
    ko: {
      name: "CWR 플래그",
      text: "Congestion Window Reduced: 보내는 쪽이 ECN-Echo를 받고 속도를 줄였습니다.",
    },
    zh: { name: "CWR 标志", text: "Congestion Window Reduced：发送方收到 ECN-Echo 后已降低速度。" },
  },
  ECE: {
    en: {
      name: "ECE flag",
      text: "ECN-Echo: a router on the way has marked congestion. In a SYN it says that the sender can do ECN.",
    },
    ko: {
      name: "ECE 플래그",
      text: "ECN-Echo: 경로의 라우터가 혼잡을 표시했습니다. SYN에서는 보내는 쪽이 ECN을 쓸 수 있다는 뜻입니다.",
    },
    zh: {
      name: "ECE 标志",
      text: "ECN-Echo：途中的路由器标记了拥塞。在 SYN 中表示发送方支持 ECN。",
    },
  },
  URG: {
    en: { name: "URG flag", text: "The urgent pointer counts." },
    ko: { name: "URG 플래그", text: "긴급 포인터가 유효합니다." },
    zh: { name: "URG 标志", text: "紧急指针有效。" },
  },
  ACK: {
    en: {
      name: "ACK flag",
      text: "One bit: the acknowledgment number counts. It is not the number itself. Only the first SYN and some RSTs lack it.",
    },
    ko: {
      name: "ACK 플래그",
      text: "1비트: 확인 응답 번호가 유효하다는 뜻이며, 번호 자체가 아닙니다. 첫 SYN과 일부 RST에만 없습니다.",
    },
    zh: {
      name: "ACK 标志",
      text: "一个比特：表示确认号有效，它不是确认号本身。只有第一个 SYN 和某些 RST 没有它。",
    },
  },
  PSH: {
    en: { name: "PSH flag", text: "Push: hand the data to the application without waiting for more." },
    ko: { name: "PSH 플래그", text: "Push: 더 기다리지 말고 데이터를 애플리케이션에 넘깁니다." },
    zh: { name: "PSH 标志", text: "Push：不再等待，立即把数据交给应用程序。" },
  },
  RST: {
    en: { name: "RST flag", text: "Reset: the connection is ended at once, or there is none here." },
    ko: { name: "RST 플래그", text: "Reset: 연결을 즉시 끝내거나, 여기에 그런 연결이 없다는 뜻입니다." },
    zh: { name: "RST 标志", text: "Reset：连接立即结束，或者这里没有这个连接。" },
  },
  SYN: {
    en: {
      name: "SYN flag",
      text: "Synchronize sequence numbers: opens a connection. It takes one sequence number.",
    },
    ko: {
      name: "SYN 플래그",
      text: "순서 번호 동기화(Synchronize): 연결을 엽니다. 순서 번호 하나를 차지합니다.",
    },
    zh: { name: "SYN 标志", text: "同步序号（Synchronize）：打开连接。占用一个序号。" },
  },
  FIN: {
    en: { name: "FIN flag", text: "No more data from this end. It takes one sequence number." },
    ko: {
      name: "FIN 플래그",
      text: "이쪽에서 보낼 데이터가 더는 없습니다. 순서 번호 하나를 차지합니다.",
    },
    zh: { name: "FIN 标志", text: "这一端不再发送数据。占用一个序号。" },
  },
  window: {
    en: {
      name: "Window",
      text: "How many octets, from the acknowledgment number on, the sender of this segment is ready to receive.",
    },
    ko: {
      name: "Window (윈도우)",
      text: "이 세그먼트를 보내는 쪽이 확인 응답 번호부터 몇 바이트를 받을 수 있는지 나타냅니다.",
    },
    zh: { name: "Window（窗口）", text: "从确认号起，此报文段的发送方还愿意接收多少字节。" },
  },
  checksum: {
    en: {
      name: "Checksum",
      text: "Guards header and data against damage on the way. Synfin does not keep it.",
    },
    ko: {
      name: "Checksum (체크섬)",
      text: "헤더와 데이터가 도중에 손상되는 것을 찾아냅니다. Synfin은 이 값을 보관하지 않습니다.",
    },
    zh: {
      name: "Checksum（检验和）",
      text: "用来发现首部和数据在途中的损坏。Synfin 不保存它。",
    },
  },
  urgentPointer: {
    en: {
      name: "Urgent Pointer",
      text: "Where urgent data ends, counted from the sequence number. It counts only if the URG flag is 1.",
    },
    ko: {
      name: "Urgent Pointer (긴급 포인터)",
      text: "긴급 데이터의 끝을 순서 번호부터 센 값입니다. URG 플래그가 1일 때만 유효합니다.",
    },
    zh: {
      name: "Urgent Pointer（紧急指针）",
      text: "紧急数据的结束位置，从序号算起。仅当 URG 标志为 1 时有效。",
    },
  },
  options: {
    en: {
      name: "Options",
      text: "Zero to 40 octets, explained under Options; padded to a multiple of 32 bits.",
    },
    ko: {
      name: "Options (옵션)",
      text: "0–40바이트이며 옵션 탭에서 설명합니다. 32비트의 배수로 채웁니다.",
    },
    zh: { name: "Options（选项）", text: "0 至 40 字节，在“选项”中说明；填充到 32 位的整数倍。" },
  },
  data: {
    en: {
      name: "Data",
      text: "Octets of data that follow the header. Synfin counts them but does not keep them.",
    },
    ko: {
      name: "Data (데이터)",
      text: "헤더 뒤에 오는 데이터입니다. Synfin은 바이트 수만 세고 내용은 보관하지 않습니다.",
    },
    zh: { name: "Data（数据）", text: "首部之后的数据。Synfin 只计字节数，不保存内容。" },
  },
});

export const headerWords = words({
  hint: {
    en: "Point at a field, or move to it with the Tab key, to read what it is for.",
    ko: "필드를 가리키거나 Tab 키로 이동하면 그 설명이 나옵니다.",
    zh: "指向某个字段，或用 Tab 键移到该字段，即可阅读其用途。",
  },
  notKept: { en: "not kept", ko: "보관하지 않음", zh: "未保存" },
  notInCapture: { en: "not in the capture", ko: "캡처에 없음", zh: "捕获中没有" },
  relative: {
    en: (number: string) => `relative ${number}`,
    ko: (number) => `상대 ${number}`,
    zh: (number) => `相对 ${number}`,
  },
  wire: {
    en: (number: string) => `wire ${number}`,
    ko: (number) => `실제 ${number}`,
    zh: (number) => `实际 ${number}`,
  },
  ignored: { en: "does not count: the ACK flag is 0", ko: "무효: ACK 플래그가 0", zh: "无效：ACK 标志为 0" },
  inferred: {
    en: "worked out, not printed in the text",
    ko: "텍스트에 없어 계산한 값",
    zh: "推算得出，文本中没有",
  },
  relativeOnly: {
    en: "relative: the text does not tell the wire number",
    ko: "상대 번호: 텍스트가 실제 번호를 알려 주지 않음",
    zh: "相对序号：文本没有给出实际序号",
  },
  words: {
    en: (count: number) => `${count} × 4 = ${count * 4} octets`,
    ko: (count) => `${count} × 4 = ${count * 4}바이트`,
    zh: (count) => `${count} × 4 = ${count * 4} 字节`,
  },
  octets: {
    en: (octets: number) => `${octets} ${octets === 1 ? "octet" : "octets"}`,
    ko: (octets) => `${octets}바이트`,
    zh: (octets) => `${octets} 字节`,
  },
  noOptions: { en: "none", ko: "없음", zh: "无" },
  scaled: {
    en: (shift: number, octets: string) => `× ${(2 ** shift).toLocaleString("en-US")} = ${octets} octets`,
    ko: (shift, octets) => `× ${(2 ** shift).toLocaleString("en-US")} = ${octets}바이트`,
    zh: (shift, octets) => `× ${(2 ** shift).toLocaleString("en-US")} = ${octets} 字节`,
  },
  alreadyScaled: {
    en: (octets: string) => `${octets} octets, as the text prints it already scaled`,
    ko: (octets) => `${octets}바이트(텍스트에 이미 배율이 적용되어 있음)`,
    zh: (octets) => `${octets} 字节，文本中已按比例换算`,
  },
  bits: {
    en: (first: number, last: number) => (first === last ? `bit ${first}` : `bits ${first} to ${last}`),
    ko: (first, last) => (first === last ? `비트 ${first}` : `비트 ${first}–${last}`),
    zh: (first, last) => (first === last ? `第 ${first} 位` : `第 ${first} 至 ${last} 位`),
  },
});
