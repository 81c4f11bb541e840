import { useEffect, useState } from "react";
import type { EncodedLink, LinkWish } from "../../store/opened-capture.ts";
import { useSynfin } from "../use-synfin.ts";

/** The link for the wish; null while it is being made. */
export function useLink(wish: LinkWish): EncodedLink | null {
  const makeLink = useSynfin((state) => state.makeLink);
  const [made, setMade] = useState<{ readonly wish: string; readonly link: EncodedLink | null } | null>(null);
  const asked = JSON.stringify(wish);
  useEffect(() => {
    let isCurrent = true;
    const show = (link: EncodedLink | null): void => {
      if (isCurrent) setMade({ wish: asked, link });
    };
    makeLink(JSON.parse(asked) as LinkWish).then(show, () => show(null));
    return () => {
      isCurrent = false;
    };
  }, [makeLink, asked]);
  return made?.wish === asked ? made.link : null;
}
