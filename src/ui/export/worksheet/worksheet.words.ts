import { words } from "../../words.ts";

/** A page of questions about a connection, to be printed. */
export const worksheetWords = words({
  title: { en: "Worksheet to print", ko: "인쇄용 학습지", zh: "可打印的练习单" },
  text: {
    en: "The diagram without its states, questions with options, a table to fill in; the answers on pages of their own. Your notes that ask come first.",
    ko: "상태를 비운 다이어그램, 보기가 있는 질문, 채워 넣을 표. 정답은 다른 쪽에 있습니다. 묻는 메모가 먼저 나옵니다.",
    zh: "不带状态的时序图、选择题和待填写的表格；答案另起一页。提问的笔记排在最前。",
  },
  saveAs: {
    en: "Save the worksheet as HTML",
    ko: "학습지를 HTML로 저장",
    zh: "将练习单保存为 HTML",
  },
  sheet: {
    en: (client: string, server: string) => `TCP connection: ${client} and ${server}`,
    ko: (client, server) => `TCP 연결: ${client}, ${server}`,
    zh: (client, server) => `TCP 连接：${client} 与 ${server}`,
  },
  person: { en: "Name", ko: "이름", zh: "姓名" },
  date: { en: "Date", ko: "날짜", zh: "日期" },
  figure: {
    en: "Write the states beside the lifelines",
    ko: "생명선 옆에 상태를 쓰십시오",
    zh: "在生命线旁写出状态",
  },
  questions: {
    en: "Mark the right answer",
    ko: "맞는 답에 표시하십시오",
    zh: "选出正确答案",
  },
  states: {
    en: "In which state is each end after the segment?",
    ko: "이 세그먼트 뒤에 양쪽은 어떤 상태입니까?",
    zh: "此报文段之后，两端各处于哪个状态？",
  },
  segment: { en: "Segment", ko: "세그먼트", zh: "报文段" },
  client: { en: "Client", ko: "클라이언트", zh: "客户端" },
  server: { en: "Server", ko: "서버", zh: "服务器" },
  key: { en: "Answers", ko: "정답", zh: "答案" },
  cut: {
    en: (shown: number, all: number) => `The first ${shown} of ${all} segments.`,
    ko: (shown, all) => `세그먼트 ${all}개 중 처음 ${shown}개입니다.`,
    zh: (shown, all) => `共 ${all} 个报文段，此处为前 ${shown} 个。`,
  },
});
