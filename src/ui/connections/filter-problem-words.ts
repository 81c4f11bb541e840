import type { Language } from "../../store/language.ts";

/** What is wrong with a filter, in words. */
interface ProblemWords {
  readonly noKey: (typed: string) => string;
  readonly noValue: (key: string, typed: string) => string;
  readonly noTime: (typed: string) => string;
  readonly noHost: (typed: string) => string;
  readonly noNumber: (measure: string, typed: string) => string;
  readonly noFrame: (typed: string) => string;
  readonly noWord: (typed: string) => string;
  /** Before the same in our words. */
  readonly foreign: (typed: string) => string;
  readonly noQuestion: (typed: string) => string;
  readonly noStream: (typed: string) => string;
  readonly noBracket: (typed: string) => string;
  readonly meant: string;
  readonly known: string;
}

/** They are loaded with the hint, which few filters need. */
export const PROBLEM_WORDS: Readonly<Record<Language, ProblemWords>> = {
  en: {
    noKey: (typed) => `A filter has no “${typed}:”.`,
    noValue: (key, typed) => `No ${key} is called “${typed}”.`,
    noTime: (typed) =>
      `“${typed}” is no time: 2.5-4, 2.5- or -4, in seconds, or 10:00:05-10:00:07 by the clock.`,
    noHost: (typed) => `“${typed}” is a part of an address: a star stands for the rest.`,
    noNumber: (measure, typed) => `“${typed}” is no number that ${measure} can be compared with.`,
    noFrame: (typed) => `No connection holds a record “${typed}” of the file.`,
    noWord: (typed) => `Nothing is called “${typed}”.`,
    foreign: (typed) => `“${typed}” is asked so here`,
    noQuestion: (typed) =>
      `“${typed}” asks about single segments or other protocols; this filter asks about TCP connections.`,
    noStream: (typed) =>
      `“${typed}”: Wireshark numbers streams in its own way. Ask by a record of it, frame:4711, or by an end, host:10.0.0.1:50000.`,
    noBracket: (typed) => `The bracket “${typed}” has no other.`,
    meant: "Did you mean",
    known: "All that is known",
  },
  ko: {
    noKey: (typed) => `“${typed}:” 키는 없습니다.`,
    noValue: (key, typed) => `${key}에 “${typed}” 값은 없습니다.`,
    noTime: (typed) => `“${typed}”: 2.5-4, 2.5-, -4처럼 초로, 또는 10:00:05-10:00:07처럼 시각으로 씁니다.`,
    noHost: (typed) => `“${typed}”: 주소의 일부입니다. 나머지는 별표로 씁니다.`,
    noNumber: (measure, typed) => `“${typed}”: ${measure}와 비교할 수 있는 수가 아닙니다.`,
    noFrame: (typed) => `파일의 레코드 “${typed}”: 이 레코드를 담은 연결이 없습니다.`,
    noWord: (typed) => `“${typed}”: 그런 이름은 없습니다.`,
    foreign: (typed) => `“${typed}”: 여기서는 이렇게 씁니다`,
    noQuestion: (typed) =>
      `“${typed}”: 세그먼트 하나하나나 다른 프로토콜을 묻는 식입니다. 이 필터는 TCP 연결을 묻습니다.`,
    noStream: (typed) =>
      `“${typed}”: 스트림 번호는 Wireshark만의 것입니다. 그 레코드 frame:4711이나 끝점 host:10.0.0.1:50000으로 물으십시오.`,
    noBracket: (typed) => `괄호 “${typed}”의 짝이 없습니다.`,
    meant: "혹시",
    known: "가능한 값 모두",
  },
  zh: {
    noKey: (typed) => `过滤没有“${typed}:”这个键。`,
    noValue: (key, typed) => `${key}没有“${typed}”这个值。`,
    noTime: (typed) => `“${typed}”不是时间：应为 2.5-4、2.5- 或 -4（秒），或时刻 10:00:05-10:00:07。`,
    noHost: (typed) => `“${typed}”只是地址的一部分：其余用星号表示。`,
    noNumber: (measure, typed) => `“${typed}”不是可与${measure}比较的数。`,
    noFrame: (typed) => `没有连接包含文件的第“${typed}”条记录。`,
    noWord: (typed) => `没有叫“${typed}”的。`,
    foreign: (typed) => `“${typed}”在这里写作`,
    noQuestion: (typed) => `“${typed}”问的是单个报文段或其他协议；这个过滤问的是 TCP 连接。`,
    noStream: (typed) =>
      `“${typed}”：流的编号是 Wireshark 自己的。请用其中的记录 frame:4711 或端点 host:10.0.0.1:50000 来问。`,
    noBracket: (typed) => `括号“${typed}”没有配对。`,
    meant: "您是否要找",
    known: "所有可用的值",
  },
};
