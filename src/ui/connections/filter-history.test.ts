import { expect, test } from "vitest";
import { FilterHistory } from "./filter-history.ts";

test("filters come back, the last one first, each once", () => {
  const history = new FilterHistory();
  expect(history.before("")).toBe(null);
  for (const filter of ["port:80", "failed", " port:80 ", ""]) history.note(filter);
  expect(history.before("")).toBe("port:80");
  expect(history.before("port:80")).toBe("failed");
  expect(history.before("failed")).toBe(null);
  history.note("rtt>1s");
  expect(history.before("rtt>1s")).toBe("port:80");
  expect(history.before("something new")).toBe("rtt>1s");
});
