/** Whether this is the single-file build, which has no other page and no service worker beside it. */
export const IS_SINGLE_FILE = import.meta.env.MODE === "single";
