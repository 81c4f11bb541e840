/** What a browser that enforces Trusted Types offers; its types are not part of TypeScript's DOM library. */
interface TrustedTypesHost {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
  };
}

/**
 * Says which script addresses a worker may be started from: those of the page's own origin, and those that the page
 * made itself (the single-file build). The built page's policy refuses every other text as script or as markup
 * (`require-trusted-types-for`), and this is the only policy it allows.
 */
export function trustOwnScripts(): void {
  (globalThis as TrustedTypesHost).trustedTypes?.createPolicy("default", { createScriptURL: ownAddress });
}

function ownAddress(address: string): string {
  const { origin, protocol } = new URL(address, document.baseURI);
  if (origin === location.origin || protocol === "blob:") return address;
  throw new TypeError(`no script from ${origin}`);
}
