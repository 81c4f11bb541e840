import { IconButton } from "../parts/IconButton.tsx";
import { useWords } from "../use-words.ts";
import { courseWords } from "./course.words.ts";

interface LessonRowProps {
  readonly title: string;
  /** null: it is the first. */
  readonly onEarlier: (() => void) | null;
  /** null: it is the last. */
  readonly onLater: (() => void) | null;
  readonly onRemove: () => void;
}

/** A lesson of the course, with its place in it. */
export function LessonRow({ title, onEarlier, onLater, onRemove }: LessonRowProps) {
  const words = useWords(courseWords);
  return (
    <li>
      <span className="course-title">{title}</span>
      <button
        type="button"
        className="button round"
        aria-label={words.earlier(title)}
        disabled={onEarlier === null}
        onClick={() => onEarlier?.()}
      >
        ↑
      </button>
      <button
        type="button"
        className="button round"
        aria-label={words.later(title)}
        disabled={onLater === null}
        onClick={() => onLater?.()}
      >
        ↓
      </button>
      <IconButton icon="close" label={words.remove(title)} className="button round" onClick={onRemove} />
    </li>
  );
}
