import type { SynfinState } from "../store/synfin-state.ts";

/** The files of dropped folders. */
interface FolderFiles {
  readonly files: readonly File[];
  /** The folder that each lies in, in the same order; empty for one that was dropped by itself. */
  readonly folders: readonly string[];
  /** Whether there are more than {@link MOST_FILES}. */
  readonly isCut: boolean;
}

/** More files than a person looks through. A folder that holds a whole disk must not fill the memory. */
export const MOST_FILES = 500;

/**
 * Opens the files in dropped folders. A folder that is empty or cannot be read is opened as the browser gives it,
 * among `files`, so that the page says why it is no capture.
 */
export async function openDropped(
  { openFiles }: Pick<SynfinState, "openFiles">,
  entries: readonly FileSystemEntry[],
  files: readonly File[],
): Promise<void> {
  const found = await filesOf(entries).catch(() => null);
  if (found === null || found.files.length === 0) openFiles(files);
  else openFiles(found.files, found);
}

/**
 * All files in the folders and their subfolders, by name, without those that begin with a full stop. Rejects with the
 * browser's words when a folder cannot be read.
 */
export async function filesOf(entries: readonly FileSystemEntry[]): Promise<FolderFiles> {
  const found: { readonly file: File; readonly folder: string }[] = [];
  const open = entries.toReversed();
  for (let entry = open.pop(); entry !== undefined && found.length <= MOST_FILES; entry = open.pop()) {
    if (entry.isFile) {
      found.push({ file: await fileOf(entry as FileSystemFileEntry), folder: folderOf(entry) });
    } else {
      const inside = await readAll(entry as FileSystemDirectoryEntry);
      open.push(...inside.filter(({ name }) => !name.startsWith(".")).toSorted(byNameDescending));
    }
  }
  const taken = found.slice(0, MOST_FILES);
  return {
    files: taken.map(({ file }) => file),
    folders: taken.map(({ folder }) => folder),
    isCut: found.length > MOST_FILES,
  };
}

/** `capture-2` before `capture-10`; the last one comes first, to be taken from the end. */
function byNameDescending(one: FileSystemEntry, other: FileSystemEntry): number {
  return other.name.localeCompare(one.name, "en", { numeric: true });
}

/** `/monday/lab/a.pcap` → `monday/lab`. */
function folderOf({ fullPath }: FileSystemEntry): string {
  return fullPath.slice(1, Math.max(1, fullPath.lastIndexOf("/")));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader returns a part of the folder each time, and nothing at the end. */
async function readAll(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return all;
    all.push(...part);
  }
}
