import mermaid from "mermaid";
import { expect, test } from "vitest";
import { mermaidDiagram } from "../export/mermaid.ts";
import { captureOf } from "../lessons/captures.ts";
import { EXAMPLES } from "../lessons/examples.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import { readOctets } from "./read-octets.ts";

const WORDS = {
  client: "클라이언트",
  server: "服务器",
  or: (states: readonly string[]) => states.join(" 또는 "),
};
/** Everything that ends or begins something in Mermaid's grammar. */
const HOSTILE = `a;b\n  C->>S: "x" %% #35; <b> end [1]: {2} \u2028 + -`;

for (const { name } of EXAMPLES) {
  test(`Mermaid parses the diagram of the example ${name}`, async () => {
    const { table } = await readOctets(await captureOf(name));
    const analyses = analyseTable(table);
    expect(analyses).not.toEqual([]);
    for (const analysis of analyses) {
      const text = mermaidDiagram(analysis, WORDS, "192.0.2.1:40000", "[2001:db8::1]:80");
      expect(await mermaid.parse(text)).toMatchObject({ diagramType: "sequence" });
    }
  });
}

test("Mermaid parses a diagram whose hosts have hostile names, and refuses what is malformed", async () => {
  const { table } = await readOctets(await captureOf("refused"));
  const [analysis] = analyseTable(table);
  if (!analysis) throw new Error("no connection");
  const text = mermaidDiagram(analysis, WORDS, HOSTILE, HOSTILE);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const arrows = (db as unknown as { getMessages(): { message: unknown }[] }).getMessages();
  expect(arrows.filter(({ message }) => String(message).startsWith("SYN seq"))).toHaveLength(1);
  for (const malformed of [text.replace("C->>S:", "C->>"), text.replace("Note left of C", "Note at C")]) {
    expect(malformed).not.toBe(text);
    await expect(mermaid.parse(malformed)).rejects.toThrow(/Parse error/u);
  }
});
