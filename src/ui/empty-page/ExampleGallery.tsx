import { useRef } from "react";
import type { Messages } from "../messages/en.ts";
import { laterPart } from "../parts/later-part.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { ExamplePicture, type PictureSegment } from "./ExamplePicture.tsx";
import { useGalleryKeys } from "./use-gallery-keys.ts";

const LabEntries = laterPart(
  async () => (await import("../laboratory/LabEntries.tsx")).LabEntries,
  <div className="lab-entries" />,
);

/** An example as the gallery shows it. */
export interface OfferedExample {
  readonly name: keyof Messages["examples"];
  readonly chapter: keyof Messages["chapters"];
  readonly segments: number;
  readonly picture: readonly PictureSegment[];
  /** Words of the protocol, the same in every language. */
  readonly tags: readonly string[];
}

/** All examples, chapter by chapter. */
export function ExampleGallery({ examples }: { readonly examples: readonly OfferedExample[] }) {
  const { empty, chapters } = useMessages();
  const gallery = useRef<HTMLElement>(null);
  useGalleryKeys(gallery);
  const names = [...new Set(examples.map(({ chapter }) => chapter))];
  return (
    <section className="examples" aria-labelledby="examples-title" ref={gallery}>
      <LabEntries />
      <h3 id="examples-title">{empty.examples}</h3>
      {names.map((name) => (
        <section key={name} aria-labelledby={`chapter-${name}`}>
          <h4 id={`chapter-${name}`}>{chapters[name]}</h4>
          <ul>
            {examples
              .filter(({ chapter }) => chapter === name)
              .map((example) => (
                <ExampleCard key={example.name} example={example} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function ExampleCard({ example: { name, segments, picture, tags } }: { readonly example: OfferedExample }) {
  const { empty, examples } = useMessages();
  const openExample = useSynfin((state) => state.openExample);
  return (
    <li>
      <button type="button" className="example" onClick={() => openExample(name)}>
        <ExamplePicture segments={picture} />
        <span className="example-words">
          <strong>{examples[name].title}</strong>
          <span>{examples[name].text}</span>
          <span className="example-tags">{[...tags, empty.segments(segments)].join(" · ")}</span>
        </span>
      </button>
    </li>
  );
}
