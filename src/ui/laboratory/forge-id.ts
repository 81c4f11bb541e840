/** Where the key `j` puts the focus. */
export const FORGE_ID = "forge-sequence";
