import { useMessages } from "../use-messages.ts";

/** Leads from an embedded page to the full page, in a tab of its own. */
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
