import { expect, test } from "vitest";
import { type Worksheet, worksheetPage } from "./worksheet.ts";

const WORDS = {
  person: "Name",
  date: "Date",
  figure: "Figure",
  questions: "Questions",
  states: "States",
  segment: "Segment",
  client: "Client",
  server: "Server",
  key: "Answers",
  cut: "",
};

const SHEET: Worksheet = {
  language: "en",
  title: "a <b> & c",
  figures: {
    blank: '<?xml version="1.0" encoding="UTF-8"?>\n<svg id="blank"/>\n',
    whole: '<?xml version="1.0" encoding="UTF-8"?>\n<svg id="whole"/>\n',
  },
  questions: [
    { ask: "Who <waits>?", options: ["client", "<script>server"], right: 1, reasons: ["It closed first."] },
  ],
  rows: [{ segment: "Client sends SYN", client: "SYN-SENT", server: "SYN-RECEIVED" }],
  words: WORDS,
};

/** The page before and behind the line between questions and answers. */
function partsOf(sheet: Worksheet): readonly [string, string] {
  const [asked = "", answered = ""] = worksheetPage(sheet).split('<div class="key">');
  return [asked, answered];
}

test("the first part asks and tells no answer, the second tells all of them", () => {
  const [asked, answered] = partsOf(SHEET);
  expect(asked).toContain('<svg id="blank"/>');
  expect(asked).not.toMatch(/SYN-SENT|SYN-RECEIVED|It closed first|id="whole"/u);
  expect(asked.match(/class="box"/gu)).toHaveLength(2);
  expect(asked.match(/<td class="blank"><\/td>/gu)).toHaveLength(2);
  expect(answered).toContain('<svg id="whole"/>');
  expect(answered).toMatch(/<b>B<\/b> &lt;script&gt;server<\/p><p>It closed first\./u);
  expect(answered).toMatch(/<td>SYN-SENT<\/td><td>SYN-RECEIVED<\/td>/u);
});

test("words are text, never markup", () => {
  const page = worksheetPage(SHEET);
  expect(page).toContain("<title>a &lt;b&gt; &amp; c</title>");
  expect(page).not.toMatch(/<script|<waits|<\?xml/u);
});

test("without questions it is a figure and a table", () => {
  expect(partsOf({ ...SHEET, questions: [] })[0]).not.toContain("Questions");
});
