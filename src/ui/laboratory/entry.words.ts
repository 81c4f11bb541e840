import { words } from "../words.ts";

/** The ways into the laboratory that need no capture. */
export const entryWords = words({
  runName: { en: "Simulated exchange", ko: "시뮬레이션한 교환", zh: "模拟的交互" },
  whatIfLost: { en: "What if this one is lost?", ko: "이것이 손실된다면?", zh: "如果这个报文段丢失？" },
  build: { en: "Build an exchange", ko: "교환 만들기", zh: "搭建一次交互" },
  buildText: {
    en: "Two hosts and a wire: add calls, lose segments, and see what the states become",
    ko: "호스트 둘과 회선: 호출을 더하고 세그먼트를 잃어 보고 상태가 어떻게 되는지 보기",
    zh: "两台主机和一条线路：添加调用、丢失报文段，看状态如何变化",
  },
  lesson: { en: "What if? Five tasks", ko: "만약에? 과제 다섯", zh: "如果……？五个任务" },
  lessonText: {
    en: "Change one thing and reach a state; the machine checks it",
    ko: "한 가지를 바꾸어 어떤 상태에 이르기; 기계가 확인",
    zh: "改变一处，使连接到达某个状态；由机器检查",
  },
});
