export const app = {
  name: "Synfin",
  pastedText: "Pasted text",
  sharedConnection: "Shared connection",
  openOther: "Open…",
  openOtherHint: "Open another capture",
  close: "Close capture",
  tools: "Tools",
  more: "More tools",
  noCapture: "That text is no capture and no link; what is open stays",
  dropHere: "Drop captures to open them",
};
