/** The language in which lessons are told: that of the page. */
export function useLessonLanguage(): string {
  return document.documentElement.lang;
}
