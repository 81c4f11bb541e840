import { words } from "../words.ts";

/** Courses, from outside. */
export const courseViewWords = words({
  open: {
    en: "Course",
    ko: "강좌",
    zh: "课程表",
  },
  hint: {
    en: "Lessons and your own links in one order, as one link",
    ko: "수업과 직접 만든 링크를 순서대로 묶은 링크 하나",
    zh: "把课程和自己的链接按顺序排成一个链接",
  },
  row: {
    en: "Lessons and your own links in one order, as one link",
    ko: "수업과 직접 만든 링크를 순서대로 묶은 링크 하나",
    zh: "把课程和自己的链接按顺序排成一个链接",
  },
});
