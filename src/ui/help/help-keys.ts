/** The keys that the page listens to, in the order in which the help lists them, by what they do. */
export const HELP_KEYS = {
  next: ["→", "PgDn"],
  before: ["←", "PgUp"],
  startPage: ["PgDn", "PgUp", "."],
  first: ["Home"],
  last: ["End"],
  play: ["Space", "."],
  loop: ["l"],
  connection: ["↑", "↓"],
  filter: ["/"],
  lecture: ["p"],
  predict: ["q"],
  tour: ["g"],
  coverage: ["v"],
  compare: ["c"],
  share: ["s"],
  export: ["e"],
  note: ["n", "N"],
  marked: ["m", "M"],
  timeScale: ["t"],
  zoom: ["+", "-", "0"],
  numbers: ["r"],
  help: ["?"],
  escape: ["Esc"],
} as const;

export type HelpKey = keyof typeof HELP_KEYS;
