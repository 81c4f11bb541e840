/** Where the built page has the licences. The single-file build has them in itself (scripts/single-file.ts). */
export const LICENCE_LINK: { readonly href: string; readonly download?: string } = { href: "licences.txt" };
