import "./empty-page.css";
import { useMessages } from "../use-messages.ts";
import { ExampleGallery, type OfferedExample } from "./ExampleGallery.tsx";
import { Intake } from "./Intake.tsx";

export function EmptyPage({ examples }: { readonly examples: readonly OfferedExample[] }) {
  const { empty } = useMessages();
  return (
    <div className="entrance">
      <h2 className="entrance-title">{empty.title}</h2>
      <p className="entrance-sentence">{empty.sentence}</p>
      <Intake />
      <ExampleGallery examples={examples} />
      <p className="entrance-privacy">{empty.privacy}</p>
    </div>
  );
}
