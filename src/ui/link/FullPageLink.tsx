import { useMessages } from "../use-messages.ts";

/** Leads from a page within another to the whole of Synfin, beside that other page. */
export function FullPageLink({ address }: { readonly address: string }) {
  const { link } = useMessages();
  return (
    <nav className="full-page-link" aria-label={link.fullPage}>
      <a href={address} target="_blank" rel="noreferrer">
        {link.fullPage}
      </a>
    </nav>
  );
}
