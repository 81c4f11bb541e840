import { formatCount } from "../figures.ts";
import { words } from "../words.ts";

/** What the cards of lessons say. */
export const lessonWords = words({
  label: {
    en: "Lesson",
    ko: "수업",
    zh: "课程",
  },
  veiled: {
    en: "What happens is hidden until you ask for it.",
    ko: "무슨 일이 일어나는지는 보기 전까지 가려져 있습니다.",
    zh: "在您要求之前，过程是隐藏的。",
  },
  start: {
    en: "Begin the tour",
    ko: "투어 시작",
    zh: "开始导览",
  },
  startHint: {
    en: "Also with g, or with the forward button of a clicker (PgDn)",
    ko: "g 키나 프레젠터의 앞으로 버튼(PgDn)으로도 시작합니다",
    zh: "也可按 g，或用翻页器的前进键（PgDn）",
  },
  link: {
    en: "A link to it, in this language",
    ko: "이 언어로 여는 링크",
    zh: "以此语言打开它的链接",
  },
  showAll: {
    en: "Show everything",
    ko: "모두 보기",
    zh: "全部显示",
  },
  step: {
    en: (step: number, steps: number) => `${formatCount(step)} of ${formatCount(steps)}`,
    ko: (step, steps) => `${formatCount(step)}/${formatCount(steps)}단계`,
    zh: (step, steps) => `第 ${formatCount(step)} 步，共 ${formatCount(steps)} 步`,
  },
  /** Where the tour goes on to another connection of the same pair, and what it showed of the one before. */
  otherConnection: {
    en: "Other connection, same addresses and ports.",
    ko: "주소와 포트가 같은 다른 연결입니다.",
    zh: "另一个连接，地址和端口相同。",
  },
  segmentBefore: {
    en: (sender: "client" | "server", flags: string): string =>
      `Before it, in the one shown before: ${flags} from the ${sender === "client" ? "client" : "server"}.`,
    ko: (sender, flags) =>
      `그 전에, 앞서 보던 연결에서: ${sender === "client" ? "클라이언트" : "서버"}가 보낸 ${flags}.`,
    zh: (sender, flags) =>
      `在此之前，先前显示的连接中：${sender === "client" ? "客户端" : "服务器"}发送了 ${flags}。`,
  },
  back: {
    en: "Back",
    ko: "이전",
    zh: "上一步",
  },
  next: {
    en: "Next",
    ko: "다음",
    zh: "下一步",
  },
  reveal: {
    en: "Show the answer",
    ko: "정답 보기",
    zh: "显示答案",
  },
  finish: {
    en: "Finish",
    ko: "마치기",
    zh: "完成",
  },
  leave: {
    en: "Leave",
    ko: "나가기",
    zh: "退出",
  },
  over: {
    en: "That is the end of the tour.",
    ko: "투어가 끝났습니다.",
    zh: "导览结束。",
  },
  overHint: {
    en: "Step through the segments yourself, or let the class predict them.",
    ko: "세그먼트를 직접 한 단계씩 살펴보거나, 학생들에게 예측하게 해 보십시오.",
    zh: "自己逐个查看报文段，或让学生来预测。",
  },
  again: {
    en: "Once more",
    ko: "다시 한번",
    zh: "再来一次",
  },
  explore: {
    en: "Explore on your own",
    ko: "직접 살펴보기",
    zh: "自行探索",
  },
  /** The lesson after it: a title, or its place in the course. */
  nextLesson: {
    en: (title: string) => `Next: ${title}`,
    ko: (title) => `다음: ${title}`,
    zh: (title) => `下一课：${title}`,
  },
  lessonOf: {
    en: (lesson: number, lessons: number) => `lesson ${formatCount(lesson)} of ${formatCount(lessons)}`,
    ko: (lesson, lessons) => `수업 ${formatCount(lesson)}/${formatCount(lessons)}`,
    zh: (lesson, lessons) => `第 ${formatCount(lesson)} 课，共 ${formatCount(lessons)} 课`,
  },
  lastLesson: {
    en: "That was the last lesson.",
    ko: "마지막 수업이었습니다.",
    zh: "这是最后一课。",
  },
  startPage: {
    en: "To the start page",
    ko: "시작 페이지로",
    zh: "回到开始页",
  },
  unknownLessons: {
    en: (names: string) => `Left out, because no example is called so: ${names}.`,
    ko: (names) => `이런 이름의 예제가 없어 뺐습니다: ${names}.`,
    zh: (names) => `没有名为 ${names} 的示例，已略过。`,
  },
  hand: {
    en: (letter: string) => `One more hand for ${letter}`,
    ko: (letter) => `${letter}에 손든 사람 한 명 더`,
    zh: (letter) => `${letter} 加一票`,
  },
});
