import { describe, expect, it } from "vitest";
import { STATE_CASES, tableOfCase } from "../../testing/state-cases.ts";
import { analyseTable } from "../analyse-table.ts";
import type { AnnotationKind } from "../annotation.ts";
import { formatAnnotation } from "../annotation.ts";

/**
 * docs/state-machine.md 7.2 defines them, but the program that wrote the cases did not know them yet: a SYN-ACK that is
 * answered with a bare RST (A12) and a number that passes 2^32 (B12; X13 demands it) have no annotation there.
 */
const NOT_IN_CASES: ReadonlySet<AnnotationKind> = new Set(["rejected", "wrap"]);

describe("annotations of the state cases", () => {
  it.each(STATE_CASES.map((stateCase) => [stateCase.id, stateCase.title, stateCase] as const))(
    "%s: %s",
    (_id, _title, stateCase) => {
      const annotated = stateCase.segments.map((): string[] => []);
      for (const { connection, annotations } of analyseTable(tableOfCase(stateCase))) {
        for (const annotation of annotations) {
          if (NOT_IN_CASES.has(annotation.kind)) continue;
          annotated[connection.rows[annotation.position - 1] ?? 0]?.push(formatAnnotation(annotation));
        }
      }
      expect(annotated).toEqual(stateCase.rows.map((row) => row.annotations));
    },
  );
});
