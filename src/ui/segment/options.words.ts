import { words } from "../words.ts";

/** Each TCP option in words. */
export const optionsWords = words({
  none: {
    en: "This segment carries no options.",
    ko: "이 세그먼트에는 옵션이 없습니다.",
    zh: "此报文段没有选项。",
  },
  noSegment: {
    en: "Before the first segment there is no header to read.",
    ko: "첫 세그먼트 이전에는 읽을 헤더가 없습니다.",
    zh: "在第一个报文段之前没有首部可读。",
  },
  length: {
    en: (octets: number) => `${octets} ${octets === 1 ? "octet" : "octets"}`,
    ko: (octets) => `${octets}바이트`,
    zh: (octets) => `${octets} 字节`,
  },
  kind: {
    en: (kind: number) => `kind ${kind}`,
    ko: (kind) => `종류(kind) ${kind}`,
    zh: (kind) => `类型（kind）${kind}`,
  },
  end: {
    en: { name: "End of option list", text: "Nothing but padding follows." },
    ko: { name: "옵션 목록의 끝", text: "뒤에는 채움 바이트만 옵니다." },
    zh: { name: "选项表结束", text: "其后只有填充。" },
  },
  noOperation: {
    en: {
      name: "No operation",
      text: "One octet of filling, so that what follows starts on a boundary of 32 bits.",
    },
    ko: {
      name: "No operation",
      text: "다음 것이 32비트 경계에서 시작하도록 채우는 1바이트입니다.",
    },
    zh: { name: "No operation", text: "一个填充字节，使其后的内容从 32 位边界开始。" },
  },
  mss: {
    en: {
      name: "Maximum segment size",
      text: (octets: number) =>
        `“Send me at most ${octets.toLocaleString("en-US")} octets of data in one segment.” Each end says its own; they need not be equal.`,
    },
    ko: {
      name: "최대 세그먼트 크기 (MSS)",
      text: (octets) =>
        `“한 세그먼트에 데이터를 최대 ${octets.toLocaleString("en-US")}바이트까지 보내 주십시오.” 양쪽이 각자 알리며, 서로 같을 필요는 없습니다.`,
    },
    zh: {
      name: "最大报文段长度（MSS）",
      text: (octets) =>
        `“一个报文段中最多给我发送 ${octets.toLocaleString("en-US")} 字节数据。”两端各自声明，不必相等。`,
    },
  },
  windowScale: {
    en: {
      name: "Window scale",
      text: (shift: number, factor: string) =>
        `“Multiply the window in my segments by ${factor}” (a shift of ${shift} bits). Counts only if both SYNs carry the option, and never for the window of a SYN itself (RFC 7323).`,
      tooLarge: " A shift above 14 is used as 14.",
    },
    ko: {
      name: "윈도우 스케일 (Window scale)",
      text: (shift, factor) =>
        `“내 세그먼트의 윈도우에 ${factor}배를 하십시오.”(${shift}비트 시프트) 양쪽 SYN에 모두 이 옵션이 있어야 유효하며, SYN 자체의 윈도우에는 적용되지 않습니다(RFC 7323).`,
      tooLarge: " 14보다 큰 시프트는 14로 봅니다.",
    },
    zh: {
      name: "窗口扩大（Window scale）",
      text: (shift, factor) =>
        `“把我的报文段中的窗口乘以 ${factor}”（移位 ${shift} 位）。仅当两个 SYN 都带此选项时有效，且不用于 SYN 本身的窗口（RFC 7323）。`,
      tooLarge: "大于 14 的移位按 14 处理。",
    },
  },
  sackPermitted: {
    en: {
      name: "SACK permitted",
      text: "“I understand selective acknowledgments.” Stands in SYNs only (RFC 2018).",
    },
    ko: {
      name: "SACK 허용 (SACK permitted)",
      text: "“선택적 확인 응답을 이해합니다.” SYN에만 있습니다(RFC 2018).",
    },
    zh: {
      name: "允许 SACK（SACK permitted）",
      text: "“我理解选择确认。”只出现在 SYN 中（RFC 2018）。",
    },
  },
  sack: {
    en: {
      name: "Selective acknowledgment",
      text: (blocks: string) =>
        `“Beyond the gap I already hold ${blocks}.” Only what is missing need be sent again (RFC 2018).`,
      block: (left: string, right: string) => `${left} up to but not including ${right}`,
    },
    ko: {
      name: "선택적 확인 응답 (SACK)",
      text: (blocks) => `“빠진 부분 뒤로 이미 받은 것: ${blocks}.” 빠진 것만 다시 보내면 됩니다(RFC 2018).`,
      block: (left, right) => `${left} 이상 ${right} 미만`,
    },
    zh: {
      name: "选择确认（SACK）",
      text: (blocks) => `“在缺口之后我已收到 ${blocks}。”只需重发缺失的部分（RFC 2018）。`,
      block: (left, right) => `${left} 至 ${right}（不含 ${right}）`,
    },
  },
  timestamps: {
    en: {
      name: "Timestamps",
      text: (value: string, echo: string) =>
        `The sender’s clock shows ${value}; the latest value it has heard from the other end is ${echo} (RFC 7323).`,
      noEcho: (value: string) =>
        `The sender’s clock shows ${value}; it has heard no value from the other end yet (RFC 7323).`,
    },
    ko: {
      name: "타임스탬프 (Timestamps)",
      text: (value, echo) =>
        `보내는 쪽의 시계 값: ${value}, 상대에게서 마지막으로 들은 값: ${echo} (RFC 7323).`,
      noEcho: (value) => `보내는 쪽의 시계 값: ${value}. 상대의 값은 아직 듣지 못했습니다(RFC 7323).`,
    },
    zh: {
      name: "时间戳（Timestamps）",
      text: (value, echo) => `发送方的时钟为 ${value}；最近从对方得到的值为 ${echo}（RFC 7323）。`,
      noEcho: (value) => `发送方的时钟为 ${value}；尚未从对方得到任何值（RFC 7323）。`,
    },
  },
  fastOpen: {
    en: {
      name: "Fast Open",
      request: "“Give me a cookie, so that next time I may send data in my SYN” (RFC 7413).",
      cookie: (cookie: string) => `The cookie is ${cookie} (RFC 7413).`,
    },
    ko: {
      name: "Fast Open",
      request: "“다음번에는 SYN에 데이터를 실을 수 있도록 쿠키를 주십시오.”(RFC 7413)",
      cookie: (cookie) => `쿠키: ${cookie} (RFC 7413).`,
    },
    zh: {
      name: "Fast Open",
      request: "“请给我一个 cookie，以便下次在 SYN 中发送数据”（RFC 7413）。",
      cookie: (cookie) => `cookie 为 ${cookie}（RFC 7413）。`,
    },
  },
  md5: {
    en: { name: "MD5 signature", text: "A signature over the segment and a shared secret (RFC 2385)." },
    ko: { name: "MD5 서명", text: "세그먼트와 공유 비밀에 대한 서명입니다(RFC 2385)." },
    zh: { name: "MD5 签名", text: "对报文段和共享密钥的签名（RFC 2385）。" },
  },
  authentication: {
    en: { name: "TCP-AO", text: "A message authentication code for the segment (RFC 5925)." },
    ko: { name: "TCP-AO", text: "세그먼트의 메시지 인증 코드입니다(RFC 5925)." },
    zh: { name: "TCP-AO", text: "报文段的消息认证码（RFC 5925）。" },
  },
  userTimeout: {
    en: {
      name: "User timeout",
      text: "How long this end keeps trying before it gives the connection up (RFC 5482).",
    },
    ko: {
      name: "사용자 타임아웃",
      text: "이쪽이 연결을 포기하기 전까지 얼마나 오래 시도하는지 알립니다(RFC 5482).",
    },
    zh: { name: "用户超时", text: "这一端在放弃连接之前坚持多久（RFC 5482）。" },
  },
  multipath: {
    en: { name: "Multipath TCP", text: "This connection may use several paths (RFC 8684)." },
    ko: { name: "Multipath TCP", text: "이 연결은 여러 경로를 쓸 수 있습니다(RFC 8684)." },
    zh: { name: "Multipath TCP", text: "此连接可以使用多条路径（RFC 8684）。" },
  },
  experiment: {
    en: { name: "Experiment", text: "A kind kept for experiments (RFC 4727)." },
    ko: { name: "실험용", text: "실험을 위해 남겨 둔 종류입니다(RFC 4727)." },
    zh: { name: "实验", text: "保留给实验的类型（RFC 4727）。" },
  },
  unknown: {
    en: { name: "Unknown option", text: "Synfin does not know this kind of option." },
    ko: { name: "알 수 없는 옵션", text: "Synfin이 모르는 종류의 옵션입니다." },
    zh: { name: "未知选项", text: "Synfin 不认识这种选项。" },
  },
  wrongLength: {
    en: "Its length does not fit this kind of option, so it is not read.",
    ko: "길이가 이 종류의 옵션에 맞지 않아 읽지 않았습니다.",
    zh: "长度不符合这种选项，因此未读取。",
  },
  malformed: {
    en: "The length of this option is wrong: what stands after it cannot be read.",
    ko: "이 옵션의 길이가 잘못되어 뒤의 내용을 읽을 수 없습니다.",
    zh: "此选项的长度错误：其后的内容无法读取。",
  },
  octets: {
    en: (octets: string) => `Octets: ${octets}`,
    ko: (octets) => `바이트: ${octets}`,
    zh: (octets) => `字节：${octets}`,
  },
});
