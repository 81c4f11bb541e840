import { words } from "../words.ts";

/** The picker of a course. */
export const courseWords = words({
  title: {
    en: "A course of your own",
    ko: "나만의 강좌",
    zh: "自己的课程表",
  },
  close: {
    en: "Close",
    ko: "닫기",
    zh: "关闭",
  },
  chosen: {
    en: "Lessons, in their order",
    ko: "수업 순서",
    zh: "课程顺序",
  },
  none: {
    en: "No lesson is chosen yet.",
    ko: "아직 고른 수업이 없습니다.",
    zh: "还没有选择课程。",
  },
  offered: {
    en: "Add an example",
    ko: "예제 넣기",
    zh: "添加示例",
  },
  own: {
    en: "Add a link of your own",
    ko: "직접 만든 링크 넣기",
    zh: "添加自己的链接",
  },
  ownHint: {
    en: "A Synfin link (s makes one)",
    ko: "Synfin 링크(s 키로 만듭니다)",
    zh: "Synfin 链接（按 s 生成）",
  },
  add: {
    en: "Add",
    ko: "넣기",
    zh: "添加",
  },
  noLink: {
    en: "This is no Synfin link: make one with “Share” (s), and paste all of it.",
    ko: "Synfin 링크가 아닙니다. “공유”(s)로 만들어 전체를 붙여 넣으십시오.",
    zh: "这不是 Synfin 链接：请用“分享”(s) 生成，并完整粘贴。",
  },
  ownLesson: {
    en: (number: number) => `Your link ${number}`,
    ko: (number) => `내 링크 ${number}`,
    zh: (number) => `自己的链接 ${number}`,
  },
  earlier: {
    en: (title: string) => `Earlier: ${title}`,
    ko: (title) => `앞으로: ${title}`,
    zh: (title) => `提前：${title}`,
  },
  later: {
    en: (title: string) => `Later: ${title}`,
    ko: (title) => `뒤로: ${title}`,
    zh: (title) => `推后：${title}`,
  },
  remove: {
    en: (title: string) => `Remove: ${title}`,
    ko: (title) => `빼기: ${title}`,
    zh: (title) => `移除：${title}`,
  },
  give: {
    en: "Give it now",
    ko: "지금 시작",
    zh: "现在开始",
  },
  presents: {
    en: "Opens in the lecture view",
    ko: "발표 화면으로 열기",
    zh: "以演示视图打开",
  },
  name: {
    en: "A course in TCP",
    ko: "TCP 강좌",
    zh: "TCP 课程",
  },
});
