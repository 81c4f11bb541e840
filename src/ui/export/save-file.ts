/** How long a browser may take to start saving; milliseconds. */
const BEGUN_WITHIN = 60_000;

/** Hands a file to the person's browser to save. Nothing leaves the machine. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGUN_WITHIN);
}
