import { expect, test, vi } from "vitest";
import type { SynfinState } from "../store/synfin-state.ts";
import { filesOf, MOST_FILES, openDropped } from "./dropped-folders.ts";

type Tree = string | { readonly name: string; readonly inside: readonly Tree[] };

/** An entry as browsers give it: a folder hands out two entries at a time. */
function entryOf(tree: Tree, above = ""): FileSystemEntry {
  if (typeof tree === "string") {
    const file = new File([tree], tree);
    const entry = {
      isFile: true,
      isDirectory: false,
      name: tree,
      fullPath: `${above}/${tree}`,
      file: (take: (file: File) => void) => take(file),
    };
    return entry as unknown as FileSystemEntry;
  }
  const fullPath = `${above}/${tree.name}`;
  const left = tree.inside.map((each) => entryOf(each, fullPath));
  const reader = { readEntries: (take: (part: FileSystemEntry[]) => void) => take(left.splice(0, 2)) };
  const entry = { isFile: false, isDirectory: true, name: tree.name, fullPath, createReader: () => reader };
  return entry as unknown as FileSystemEntry;
}

test("takes everything in folders of folders, by name, and tells the folder of each", async () => {
  const lab = {
    name: "lab",
    inside: ["b.pcap", { name: "monday", inside: ["c.txt"] }, ".DS_Store", "a10.pcap", "a9.pcap"],
  };
  const { files, folders, isCut } = await filesOf([entryOf("alone.pcap"), entryOf(lab)]);
  expect(files.map(({ name }, i) => `${folders[i]}|${name}`)).toEqual([
    "|alone.pcap",
    "lab|a9.pcap",
    "lab|a10.pcap",
    "lab|b.pcap",
    "lab/monday|c.txt",
  ]);
  expect(isCut).toBe(false);
});

test("takes no more than can be looked through, and says so", async () => {
  const inside = Array.from({ length: MOST_FILES + 2 }, (_, i) => `${i}.pcap`);
  const cut = await filesOf([entryOf({ name: "disk", inside })]);
  expect(cut.files).toHaveLength(MOST_FILES);
  expect(cut.isCut).toBe(true);
  const whole = await filesOf([entryOf({ name: "disk", inside: inside.slice(2) })]);
  expect(whole.files).toHaveLength(MOST_FILES);
  expect(whole.isCut).toBe(false);
});

test.each([
  ["cannot be read", (_: unknown, refuse: (error: Error) => void) => refuse(new Error("no permission"))],
  ["is empty", (take: (part: FileSystemEntry[]) => void) => take([])],
])("a folder that %s is opened as the browser gives it", async (_, readEntries) => {
  const folder = entryOf({ name: "lab", inside: [] }) as FileSystemDirectoryEntry;
  folder.createReader = () => ({ readEntries });
  const given = [new File([], "lab")];
  const openFiles = vi.fn<SynfinState["openFiles"]>();
  await openDropped({ openFiles }, [folder], given);
  expect(openFiles.mock.calls).toEqual([[given]]);
});
