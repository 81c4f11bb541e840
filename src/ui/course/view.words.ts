import { words } from "../words.ts";

/** Courses, from outside. */
export const courseViewWords = words({
  open: {
    en: "Course",
    ko: "강좌",
    zh: "课程表",
  },
  hint: {
    en: "Put lessons and links of your own in an order, and share it as one link",
    ko: "수업과 직접 만든 링크의 순서를 정해 링크 하나로 나누기",
    zh: "排列课程和自己的链接，用一个链接分享",
  },
  row: {
    en: "A course: lessons in the order you choose, shared as one link",
    ko: "강좌: 원하는 순서의 수업을 링크 하나로 나누기",
    zh: "课程表：按您选择的顺序排列课程，用一个链接分享",
  },
});
