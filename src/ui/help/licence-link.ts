/** Where the built page has the licences. The single-file build contains them (scripts/single-file.ts). */
export const LICENCE_LINK: { readonly href: string; readonly download?: string } = { href: "licences.txt" };
