/** The languages that the lessons are written in, as BCP 47 tags; zh is simplified Chinese. */
export type LessonLanguage = "en" | "ko" | "zh";
