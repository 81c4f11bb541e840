import { formatCount } from "../figures.ts";
import { words } from "../words.ts";

/** The octets of the file: of a segment, and of what an end sent. */
export const octetsWords = words({
  record: {
    en: (frame: string, captured: string, wire: string) =>
      `Record ${frame}: ${captured} of ${wire} octets captured`,
    ko: (frame, captured, wire) => `레코드 ${frame}: ${wire}바이트 중 ${captured}바이트 캡처됨`,
    zh: (frame, captured, wire) => `记录 ${frame}：捕获了 ${wire} 字节中的 ${captured} 字节`,
  },
  reassembled: {
    en: "The segment came in IP fragments and is put together here.",
    ko: "세그먼트가 IP 조각으로 왔으며 여기서 합쳤습니다.",
    zh: "该报文段以 IP 分片到达，此处已重组。",
  },
  link: { en: "Link", ko: "링크", zh: "链路" },
  data: {
    en: (octets: number) => `Data, ${formatCount(octets)} octets`,
    ko: (octets) => `데이터 ${formatCount(octets)}바이트`,
    zh: (octets) => `数据，${formatCount(octets)} 字节`,
  },
  trailer: { en: "Behind the datagram", ko: "데이터그램 뒤", zh: "数据报之后" },
  notCaptured: {
    en: (octets: number) => `${formatCount(octets)} octets of the data were not captured.`,
    ko: (octets) => `데이터 중 ${formatCount(octets)}바이트는 캡처되지 않았습니다.`,
    zh: (octets) => `有 ${formatCount(octets)} 字节数据未被捕获。`,
  },
  notShown: {
    en: (octets: number) => `${formatCount(octets)} more octets; “What it sent” shows all.`,
    ko: (octets) => `${formatCount(octets)}바이트 더 있음. ‘보낸 내용’에서 모두 볼 수 있습니다.`,
    zh: (octets) => `还有 ${formatCount(octets)} 字节；“发送的内容”显示全部。`,
  },
  rows: { en: "Offset, octets, text", ko: "오프셋, 바이트, 텍스트", zh: "偏移，字节，文本" },
  read: { en: "Unpack the file once more", ko: "파일을 한 번 더 압축 해제", zh: "再次解压文件" },
  why: {
    en: "The file is compressed: its octets are found by unpacking it from its start.",
    ko: "압축된 파일이므로 처음부터 풀어야 바이트를 찾을 수 있습니다.",
    zh: "文件是压缩的：要从头解压才能找到其中的字节。",
  },
  reading: { en: "Reading the file …", ko: "파일을 읽는 중 …", zh: "正在读取文件……" },
  stop: { en: "Cancel", ko: "취소", zh: "取消" },
  again: { en: "Try again", ko: "다시 시도", zh: "重试" },
  "not-a-file": {
    en: "Pasted text, links and joined captures hold no octets of data.",
    ko: "붙여 넣은 텍스트, 링크, 합친 캡처에는 데이터 바이트가 없습니다.",
    zh: "粘贴的文本、链接和合并的捕获不含数据字节。",
  },
  changed: {
    en: "The file on disk was changed, moved or deleted since it was opened. Open it again.",
    ko: "파일을 연 뒤 디스크에서 변경, 이동 또는 삭제되었습니다. 다시 여십시오.",
    zh: "打开之后，磁盘上的文件被更改、移动或删除。请重新打开。",
  },
  stopped: { en: "Reading was cancelled.", ko: "읽기를 취소했습니다.", zh: "已取消读取。" },
  follow: { en: "What it sent", ko: "보낸 내용", zh: "发送的内容" },
  close: { en: "Close", ko: "닫기", zh: "关闭" },
  direction: { en: "Sent by", ko: "보낸 쪽", zh: "发送方" },
  client: { en: "Client", ko: "클라이언트", zh: "客户端" },
  server: { en: "Server", ko: "서버", zh: "服务器" },
  form: { en: "Shown as", ko: "표시 방식", zh: "显示为" },
  text: { en: "Text", ko: "텍스트", zh: "文本" },
  hex: { en: "Hexadecimal", ko: "16진수", zh: "十六进制" },
  range: {
    en: (from: string, to: string, total: string) => `Octets ${from} to ${to} of ${total}; copies count once`,
    ko: (from, to, total) => `${total}바이트 중 ${from}–${to}. 재전송된 것은 한 번만 셉니다`,
    zh: (from, to, total) => `第 ${from} 至 ${to} 字节，共 ${total} 字节；重复的只计一次`,
  },
  nothing: {
    en: "No data was captured in this direction.",
    ko: "이 방향으로 캡처된 데이터가 없습니다.",
    zh: "此方向没有捕获到数据。",
  },
  before: { en: "Before", ko: "이전", zh: "前一部分" },
  next: { en: "Next", ko: "다음", zh: "后一部分" },
  missing: {
    en: (octets: number) => `${formatCount(octets)} octets are in no captured segment`,
    ko: (octets) => `${formatCount(octets)}바이트는 캡처된 세그먼트에 없음`,
    zh: (octets) => `${formatCount(octets)} 字节不在任何捕获的报文段中`,
  },
  cut: {
    en: (octets: number) => `${formatCount(octets)} octets were not captured`,
    ko: (octets) => `${formatCount(octets)}바이트는 캡처되지 않음`,
    zh: (octets) => `${formatCount(octets)} 字节未被捕获`,
  },
});
