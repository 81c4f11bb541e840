import { words } from "../words.ts";

/** The header of a segment as both captures hold it. */
export const bothHeaders = words({
  intro: {
    en: "The same segment at both sides; what differs is marked.",
    ko: "양쪽에서 본 같은 세그먼트. 다른 것은 표시되어 있습니다.",
    zh: "两侧看到的同一报文段；不同之处已标出。",
  },
  none: {
    en: "Choose a segment to see its header at both sides.",
    ko: "세그먼트를 고르면 양쪽의 헤더를 볼 수 있습니다.",
    zh: "选择一个报文段以查看两侧的首部。",
  },
  ofLink: {
    en: "The link holds the header as it was sent alone.",
    ko: "링크에는 보내졌을 때의 헤더만 들어 있습니다.",
    zh: "链接只包含发出时的首部。",
  },
  columns: {
    en: { sent: "As sent", arrived: "As it arrived" },
    ko: { sent: "보냈을 때", arrived: "도착했을 때" },
    zh: { sent: "发出时", arrived: "到达时" },
  },
  field: { en: "Field", ko: "필드", zh: "字段" },
  missing: { en: "not captured", ko: "캡처되지 않음", zh: "未捕获" },
  differs: { en: "differs", ko: "다름", zh: "不同" },
  fields: {
    en: {
      frame: "Frame",
      from: "From",
      to: "To",
      sequence: "Sequence number",
      acknowledgment: "Acknowledgment number",
      flags: "Control bits",
      window: "Window",
      payload: "Octets of data",
      options: "Options",
      ttl: "TTL or hop limit",
      id: "IP identification",
    },
    ko: {
      frame: "프레임",
      from: "보내는 곳",
      to: "받는 곳",
      sequence: "순서 번호",
      acknowledgment: "확인 응답 번호",
      flags: "제어 비트",
      window: "윈도우",
      payload: "데이터 옥텟",
      options: "옵션",
      ttl: "TTL 또는 홉 제한",
      id: "IP 식별자",
    },
    zh: {
      frame: "帧",
      from: "来自",
      to: "发往",
      sequence: "序号",
      acknowledgment: "确认号",
      flags: "控制位",
      window: "窗口",
      payload: "数据字节",
      options: "选项",
      ttl: "TTL 或跳数限制",
      id: "IP 标识",
    },
  },
});
