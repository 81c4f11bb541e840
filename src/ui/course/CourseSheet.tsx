import "../share/share.css";
import "./course.css";
import { useState } from "react";
import { isLinkLesson } from "../../store/course/course.ts";
import { courseText, FIRST_COURSE } from "../../store/course/read-course.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { addressOfLink } from "../share/address-of-link.ts";
import { PassOn } from "../share/PassOn.tsx";
import { useExampleTitles } from "../use-example-titles.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { courseWords } from "./course.words.ts";
import { LessonChooser } from "./LessonChooser.tsx";
import { LessonRow } from "./LessonRow.tsx";

/** A teacher's course: which lessons, in which order, and the one link to it. */
export function CourseSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(courseWords);
  const titles = useExampleTitles();
  const language = useSynfin((state) => state.language);
  const given = useSynfin((state) => state.course);
  const [lessons, setLessons] = useState<readonly string[]>(
    given === null || given.asked === null ? FIRST_COURSE : given.lessons,
  );
  const [presents, setPresents] = useState(true);
  const titleOf = (lesson: string): string =>
    isLinkLesson(lesson)
      ? words.ownLesson(lessons.filter(isLinkLesson).indexOf(lesson) + 1)
      : (titles.find(({ name }) => name === lesson)?.title ?? lesson);
  const move = (from: number, to: number): void => {
    const [lesson] = lessons.slice(from, from + 1);
    if (lesson !== undefined) setLessons(lessons.toSpliced(from, 1).toSpliced(to, 0, lesson));
  };
  const view = { language, ...(presents && { view: "present" }) };
  const address = addressOfLink(window.location.href, courseText(lessons), view);
  // The address opens it, so that it is found again after a reload.
  const begin = (): void => {
    onClose();
    window.location.hash = address.slice(address.indexOf("#"));
  };
  return (
    <Dialog className="share course" title={words.title} close={words.close} onClose={onClose}>
      <h3>{words.chosen}</h3>
      {lessons.length === 0 && <p>{words.none}</p>}
      <ol className="course-lessons">
        {lessons.map((lesson, at) => (
          <LessonRow
            key={lesson}
            title={titleOf(lesson)}
            onEarlier={at > 0 ? () => move(at, at - 1) : null}
            onLater={at < lessons.length - 1 ? () => move(at, at + 1) : null}
            onRemove={() => setLessons(lessons.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <LessonChooser lessons={lessons} onAdd={(lesson) => setLessons([...lessons, lesson])} />
      {lessons.length > 0 && (
        <>
          <label>
            <input
              type="checkbox"
              checked={presents}
              onChange={({ currentTarget }) => setPresents(currentTarget.checked)}
            />
            {words.presents}
          </label>
          <p>
            <button type="button" className="button primary" onClick={begin}>
              {words.give}
            </button>
          </p>
          <PassOn key={address} address={address} embedded={null} name={words.name} />
        </>
      )}
    </Dialog>
  );
}
