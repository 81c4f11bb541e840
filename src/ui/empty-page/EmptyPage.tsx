import "./empty-page.css";
import { laterPart } from "../parts/later-part.tsx";
import { useMessages } from "../use-messages.ts";
import { ExampleGallery, type OfferedExample } from "./ExampleGallery.tsx";
import { Intake } from "./Intake.tsx";

/** What plays by itself comes after the first view, into room that is kept for it. */
const Living = laterPart(
  async () => (await import("./living/Living.tsx")).Living,
  <div className="living-room" />,
);

export function EmptyPage({ examples }: { readonly examples: readonly OfferedExample[] }) {
  const { empty } = useMessages();
  return (
    <div className="entrance">
      <h2 className="entrance-title">{empty.title}</h2>
      <p className="entrance-sentence">{empty.sentence}</p>
      <Living />
      <Intake />
      <ExampleGallery examples={examples} />
      <p className="entrance-privacy">{empty.privacy}</p>
    </div>
  );
}
