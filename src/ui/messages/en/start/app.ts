export const app = {
  name: "Synfin",
  pastedText: "Pasted text",
  sharedConnection: "Shared connection",
  openOther: "Open…",
  openOtherHint: "Open another capture",
  close: "Close capture",
  tools: "Tools",
  more: "More tools",
  language: "Language",
  dropHere: "Drop captures to open them",
};

export const theme = {
  label: "Theme",
  system: "System theme",
  light: "Light theme",
  dark: "Dark theme",
  projector: "Projector theme",
};
