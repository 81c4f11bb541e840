import { isLinkLesson } from "../../store/course/course.ts";
import { useExampleTitles } from "../use-example-titles.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { lessonWords } from "./lesson.words.ts";

/** The way on from a lesson: to the next one of the course, or to the start page. */
export function NextLesson() {
  const words = useWords(lessonWords);
  const titles = useExampleTitles();
  const course = useSynfin((state) => state.course);
  const goOn = useSynfin((state) => state.nextLesson);
  if (course === null) return null;
  const next = course.lessons[course.at + 1];
  const title =
    next === undefined || isLinkLesson(next)
      ? words.lessonOf(course.at + 2, course.lessons.length)
      : titles.find(({ name }) => name === next)?.title;
  return (
    <button type="button" className="button primary" onClick={goOn}>
      {next === undefined ? words.startPage : words.nextLesson(title ?? next)} <kbd>PgDn</kbd>
    </button>
  );
}
