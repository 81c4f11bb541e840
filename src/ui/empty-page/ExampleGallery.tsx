import type { Messages } from "../messages/en.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { ExamplePicture, type PictureSegment } from "./ExamplePicture.tsx";

/** An example as the page needs it: its name and what it looks like. */
export interface OfferedExample {
  readonly name: keyof Messages["examples"];
  readonly picture: readonly PictureSegment[];
}

export function ExampleGallery({ examples }: { readonly examples: readonly OfferedExample[] }) {
  const { empty, examples: words } = useMessages();
  const openExample = useSynfin((state) => state.openExample);
  return (
    <section className="examples" aria-labelledby="examples-title">
      <h3 id="examples-title">{empty.examples}</h3>
      <ul>
        {examples.map(({ name, picture }) => (
          <li key={name}>
            <button type="button" className="example" onClick={() => openExample(name)}>
              <ExamplePicture segments={picture} />
              <span className="example-words">
                <strong>{words[name].title}</strong>
                <span>{words[name].text}</span>
                <span className="example-size">{empty.segments(picture.length)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
