import { useWords } from "../use-words.ts";
import { linkWords } from "./link.words.ts";

/** Leads from an embedded page to the full page, in a tab of its own. */
export function FullPageLink({ address }: { readonly address: string }) {
  const { link } = useWords(linkWords);
  return (
    <nav className="full-page-link" aria-label={link.fullPage}>
      <a href={address} target="_blank" rel="noreferrer">
        {link.fullPage}
      </a>
    </nav>
  );
}
