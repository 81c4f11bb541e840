/** Whether this is the build that is one file: beside it there is no other page, no service worker, nothing. */
export const IS_SINGLE_FILE = import.meta.env.MODE === "single";
