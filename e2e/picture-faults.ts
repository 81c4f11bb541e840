import type { Page } from "@playwright/test";

/**
 * What is wrong with the picture of the open connection, one sentence a fault: words on words, arrows through words,
 * names outside their band or node, words cut off by the edge of their panel. Boxes are those of the letters as the
 * browser sets them, in CSS pixels, less 1 px of tolerance.
 */
export function pictureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      readonly text: string;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    const boxOf = (element: Element, trim: number): Box => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const text = (element.textContent ?? "").trim();
      return { text, left: left + 1, right: right - 1, top: top + trim, bottom: bottom - trim };
    };
    // A line of text is higher than its letters by about 3 px on either side.
    const lettersOf = (selector: string): Box[] =>
      [...document.querySelectorAll(selector)]
        .map((element) => boxOf(element, 3))
        .filter(({ left, right, text }) => right > left && text !== "");
    const meet = (a: Box, b: Box): boolean =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const holds = (outer: Box, inner: Box): boolean =>
      inner.left >= outer.left - 2 &&
      inner.right <= outer.right + 2 &&
      inner.top >= outer.top - 3 &&
      inner.bottom <= outer.bottom + 3;
    const onEachOther = (boxes: readonly Box[]): string[] =>
      boxes.flatMap((box, index) =>
        boxes
          .slice(index + 1)
          .filter((other) => meet(box, other))
          .map((other) => `“${box.text}” on “${other.text}”`),
      );
    const pointsOf = (path: SVGGeometryElement): DOMPoint[] => {
      const matrix = path.getScreenCTM() ?? new DOMMatrix();
      const length = path.getTotalLength();
      const count = Math.max(2, Math.ceil(length / 2));
      return Array.from({ length: count + 1 }, (_, index) =>
        path.getPointAtLength((length * index) / count).matrixTransform(matrix),
      );
    };
    const within = ({ x, y }: DOMPoint, box: Box): boolean =>
      x > box.left && x < box.right && y > box.top && y < box.bottom;

    const drawing = lettersOf(".sequence-canvas .sequence-drawing text");
    const names = lettersOf(".sequence-canvas .state-name");
    const canvas = boxOf(document.querySelector(".sequence-canvas") ?? document.body, 0);
    const ways = [...document.querySelectorAll<SVGGeometryElement>(".sequence-drawing .segment-arrow .way")];
    const crossed = ways.flatMap((way) => {
      const points = pointsOf(way);
      return [...drawing, ...names].filter(
        (box) => box.text !== "?" && points.some((point) => within(point, box)),
      );
    });
    const badlyNamed = [...document.querySelectorAll(".sequence-canvas .state-band")].filter((band) => {
      const name = band.querySelector(".state-name");
      return name !== null && !holds(boxOf(band, 0), boxOf(name, 3));
    });

    const graph = document.querySelector(".state-graph svg") ?? document.body;
    const frame = boxOf(graph, 0);
    const edgeWords = lettersOf(".state-graph :is(.edge-label text, .node-note)");
    const nodes = [...document.querySelectorAll(".state-graph .node rect")].map((node) =>
      Object.assign(boxOf(node, 0), { text: node.parentElement?.textContent ?? "" }),
    );
    const onNodes = edgeWords.flatMap((word) =>
      nodes.filter((node) => meet(node, word)).map((node) => `“${word.text}” on the state ${node.text}`),
    );
    const wideNames = [...document.querySelectorAll(".state-graph .node")].filter((node) => {
      const [rect, text] = [node.querySelector("rect"), node.querySelector("text")];
      return rect !== null && text !== null && !holds(boxOf(rect, 0), boxOf(text, 3));
    });
    return [
      ...onEachOther([...drawing, ...names]).map((fault) => `diagram: ${fault}`),
      ...crossed.map(({ text }) => `diagram: an arrow through “${text}”`),
      ...badlyNamed.map((band) => `diagram: ${band.textContent} is not within its band`),
      ...drawing
        .filter((box) => box.left < canvas.left - 2 || box.right > canvas.right + 2)
        .map(({ text }) => `diagram: “${text}” is cut off`),
      ...onEachOther(edgeWords).map((fault) => `graph: ${fault}`),
      ...onNodes.map((fault) => `graph: ${fault}`),
      ...wideNames.map((node) => `graph: ${node.textContent} is wider than its box`),
      ...edgeWords.filter((word) => !holds(frame, word)).map(({ text }) => `graph: “${text}” is cut off`),
    ];
  });
}
