import "./class-card.css";
import { useExampleTitles } from "../use-example-titles.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { lessonWords } from "./lesson.words.ts";
import { NextLesson } from "./NextLesson.tsx";
import { NotNow } from "./NotNow.tsx";

/** The first page of a lesson, which begins it or shows everything; the last one of a capture that has no tour. */
export function TourOffer() {
  const words = useWords(lessonWords);
  const isVeiled = useSynfin(({ mode }) => mode.kind === "veiled");
  return (
    <section className="class-card" aria-label={words.label}>
      {isVeiled ? <Title /> : <LastPage />}
    </section>
  );
}

function Title() {
  const words = useWords(lessonWords);
  const titles = useExampleTitles();
  const start = useSynfin((state) => state.startTour);
  const showAll = useSynfin((state) => state.leaveMode);
  const offered = useSynfin((state) => state.offered);
  const language = useSynfin((state) => state.language);
  return (
    <>
      <div className="class-card-body">
        <p className="class-card-text">
          <strong>{titles.find(({ name }) => name === offered?.name)?.title ?? offered?.name}</strong>{" "}
          <LessonOfCourse /> {words.veiled}{" "}
          {offered?.isOfNotes === false && (
            <a href={`#example=${offered.name}&lang=${language}`}>{words.link}</a>
          )}
        </p>
        <UnknownLessons />
        <NotNow />
      </div>
      <div className="class-card-tools">
        <button type="button" className="button primary" title={words.startHint} onClick={start}>
          {words.start}
        </button>
        <button type="button" className="button" onClick={showAll}>
          {words.showAll}
        </button>
      </div>
    </>
  );
}

function LastPage() {
  const words = useWords(lessonWords);
  const isLast = useSynfin(({ course }) => course !== null && course.at === course.lessons.length - 1);
  return (
    <>
      <div className="class-card-body">
        <p className="class-card-text">
          <LessonOfCourse /> {isLast && words.lastLesson}
        </p>
      </div>
      <div className="class-card-tools">
        <NextLesson />
      </div>
    </>
  );
}

/** Where a course stands that somebody made. */
function LessonOfCourse() {
  const words = useWords(lessonWords);
  const course = useSynfin((state) => state.course);
  if (course === null || course.asked === null) return null;
  const place = words.lessonOf(course.at + 1, course.lessons.length);
  return <span>({place})</span>;
}

/** What a course asked for in vain, on its first page. */
function UnknownLessons() {
  const words = useWords(lessonWords);
  const course = useSynfin((state) => state.course);
  if (course === null || course.at > 0 || course.unknown.length === 0) return null;
  return <p className="class-card-text">{words.unknownLessons(course.unknown.join(", "))}</p>;
}
