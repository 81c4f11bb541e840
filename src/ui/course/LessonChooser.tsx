import { useState } from "react";
import { isLinkLesson } from "../../store/course/course.ts";
import { linkIn } from "../../store/link-text.ts";
import { useExampleTitles } from "../use-example-titles.ts";
import { useWords } from "../use-words.ts";
import { courseWords } from "./course.words.ts";

interface LessonChooserProps {
  /** Those that the course has already. */
  readonly lessons: readonly string[];
  readonly onAdd: (lesson: string) => void;
}

/** Offers the examples, and takes a link. */
export function LessonChooser({ lessons, onAdd }: LessonChooserProps) {
  const words = useWords(courseWords);
  const titles = useExampleTitles();
  const [link, setLink] = useState("");
  const [isRefused, setRefused] = useState(false);
  const addLink = (): void => {
    // How its maker saw it is not taken over: the course says how all of it is shown.
    const fragment = linkIn(link)?.replace(/&.*$/u, "");
    const isTaken = fragment !== undefined && isLinkLesson(fragment) && !lessons.includes(fragment);
    setRefused(!isTaken);
    if (!isTaken) return;
    onAdd(fragment);
    setLink("");
  };
  return (
    <form
      className="course-chooser"
      onSubmit={(event) => {
        event.preventDefault();
        addLink();
      }}
    >
      <select
        className="button"
        aria-label={words.offered}
        value=""
        onChange={({ currentTarget }) => onAdd(currentTarget.value)}
      >
        <option value="">{words.offered}</option>
        {titles
          .filter(({ name }) => !lessons.includes(name))
          .map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
      </select>
      <label className="share-title">
        {words.own}
        <input
          type="text"
          value={link}
          placeholder={words.ownHint}
          aria-invalid={isRefused}
          onChange={({ currentTarget }) => setLink(currentTarget.value)}
        />
        <button type="submit" className="button" disabled={link.trim() === ""}>
          {words.add}
        </button>
      </label>
      <p role="alert">{isRefused && words.noLink}</p>
    </form>
  );
}
