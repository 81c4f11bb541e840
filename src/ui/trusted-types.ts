/** The API of a browser that enforces Trusted Types; TypeScript's DOM library lacks its types. */
interface TrustedTypesHost {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
  };
}

/**
 * Allows workers from script addresses of the page's own origin, and from those that the page made itself (the
 * single-file build). The policy of the built page refuses every other text as script or markup
 * (`require-trusted-types-for`), and allows no other policy than this one.
 */
export function trustOwnScripts(): void {
  (globalThis as TrustedTypesHost).trustedTypes?.createPolicy("default", { createScriptURL: ownAddress });
}

function ownAddress(address: string): string {
  const { origin, protocol } = new URL(address, document.baseURI);
  if (origin === location.origin || protocol === "blob:") return address;
  throw new TypeError(`no script from ${origin}`);
}
