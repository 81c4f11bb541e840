/** The languages that the lessons are written in, as BCP 47 tags; zh is simplified Chinese. */
export const LESSON_LANGUAGES = ["en", "ko", "zh"] as const;
export type LessonLanguage = (typeof LESSON_LANGUAGES)[number];
