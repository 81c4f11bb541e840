/** The languages that the lessons are written in, as BCP 47 tags; zh is simplified Chinese. */
export const LESSON_LANGUAGES = ["en", "ko", "zh"] as const;

/** What stands behind a number of seconds. */
export const SECONDS: Readonly<Record<(typeof LESSON_LANGUAGES)[number], string>> = {
  en: " s",
  ko: "초",
  zh: " 秒",
};
export type LessonLanguage = (typeof LESSON_LANGUAGES)[number];
