import { escapeMarkup } from "../base/escape-markup.ts";
import { visibleText } from "../base/visible-text.ts";

/** A question with lettered options; `right` is the index of the right one. */
interface SheetQuestion {
  readonly ask: string;
  readonly options: readonly string[];
  readonly right: number;
  /** Why options are right or wrong, a sentence each. */
  readonly reasons: readonly string[];
}

/** A segment and the states that both ends have behind it. */
interface SheetRow {
  readonly segment: string;
  readonly client: string;
  readonly server: string;
}

export interface Worksheet {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Figures as SVG files: one with blanks, and the whole one. */
  readonly figures: { readonly blank: string; readonly whole: string };
  readonly questions: readonly SheetQuestion[];
  readonly rows: readonly SheetRow[];
  readonly words: SheetWords;
}

interface SheetWords {
  readonly person: string;
  readonly date: string;
  readonly figure: string;
  readonly questions: string;
  readonly states: string;
  readonly segment: string;
  readonly client: string;
  readonly server: string;
  readonly key: string;
  /** Below both parts; empty: nothing. */
  readonly cut: string;
}

const STYLE = [
  "body{max-width:180mm;margin:10mm auto;font:11pt/1.4 system-ui,sans-serif;color:#000;background:#fff}",
  "h1{font-size:15pt;margin:0}h2{font-size:12pt;margin:6mm 0 2mm;break-after:avoid}",
  ".who{display:flex;gap:8mm;margin:4mm 0}.who span{flex:1;border-bottom:1px solid #000}",
  "svg{display:block;width:100%;height:auto;max-height:225mm}",
  "ol{padding-left:8mm}li{margin:0 0 3mm;break-inside:avoid}p{margin:0}",
  ".options{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:1mm 8mm}.options li{margin:0}",
  ".box{display:inline-block;width:3.5mm;height:3.5mm;border:1px solid #000;vertical-align:-0.4mm}",
  "table{width:100%;border-collapse:collapse;break-inside:avoid}th,td{border:1px solid #000;padding:1.2mm 2mm;text-align:left}",
  "td.blank{width:32%}.key{break-before:page;margin-top:15mm}",
  "@page{size:A4;margin:14mm}@media print{body{margin:0;max-width:none}.key{margin-top:0}}",
].join("");

/**
 * A page of HTML to be printed: a figure of a connection with blanks, questions without answers, and states to be
 * filled in; the answers begin on a page of their own. It needs nothing else.
 */
export function worksheetPage(sheet: Worksheet): string {
  const { language, title, figures, questions, rows, words } = sheet;
  const cut = words.cut === "" ? "" : element("p", words.cut);
  return [
    `<!doctype html><html lang="${escapeMarkup(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width">${element("title", title)}<style>${STYLE}</style></head>`,
    `<body><main>${element("h1", title)}`,
    `<p class="who">${said(words.person)} <span></span> ${said(words.date)} <span></span></p>`,
    ...section(words.figure, inline(figures.blank) + cut),
    ...section(words.questions, questionList(questions)),
    ...section(words.states, table(rows, words, false)),
    `<div class="key">${element("h1", words.key)}`,
    ...section(words.figure, inline(figures.whole) + cut),
    ...section(words.questions, answerList(questions)),
    ...section(words.states, table(rows, words, true)),
    "</div></main></body></html>\n",
  ].join("\n");
}

function section(head: string, content: string): string[] {
  return content === "" ? [] : [element("h2", head), content];
}

function questionList(questions: readonly SheetQuestion[]): string {
  const items = questions.map(({ ask, options }) => {
    const boxes = options.map(
      (option, index) => `<li><span class="box"></span> <b>${letter(index)}</b> ${said(option)}</li>`,
    );
    return `<li>${element("p", ask)}<ul class="options">${boxes.join("")}</ul></li>`;
  });
  return items.length === 0 ? "" : `<ol>${items.join("\n")}</ol>`;
}

function answerList(questions: readonly SheetQuestion[]): string {
  const items = questions.map(({ options, right, reasons }) => {
    const answer = `<p><b>${letter(right)}</b> ${said(options[right] ?? "")}</p>`;
    return `<li>${answer}${reasons.map((reason) => element("p", reason)).join("")}</li>`;
  });
  return items.length === 0 ? "" : `<ol>${items.join("\n")}</ol>`;
}

function table(rows: readonly SheetRow[], words: SheetWords, isTold: boolean): string {
  const heads = ["#", words.segment, words.client, words.server].map((head) => element("th", head));
  const state = (name: string): string => (isTold ? element("td", name) : '<td class="blank"></td>');
  const lines = rows.map(
    ({ segment, client, server }, index) =>
      `<tr><td>${index + 1}</td>${element("td", segment)}${state(client)}${state(server)}</tr>`,
  );
  return `<table><thead><tr>${heads.join("")}</tr></thead><tbody>${lines.join("\n")}</tbody></table>`;
}

function letter(index: number): string {
  return "ABCDEF".charAt(index);
}

function element(name: string, text: string): string {
  return `<${name}>${said(text)}</${name}>`;
}

function said(text: string): string {
  return escapeMarkup(visibleText(text));
}

/** An SVG file as an element of HTML, which has no declaration of XML. */
function inline(svg: string): string {
  return svg.replace(/^<\?xml[^>]*\?>\n?/u, "");
}
