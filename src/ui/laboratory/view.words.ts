import { words } from "../words.ts";

/** The laboratory, from outside. */
export const laboratoryWords = words({
  open: { en: "What if?", ko: "만약에?", zh: "如果……？" },
  hint: {
    en: "Lose or delay a segment, and see what follows: in the laboratory",
    ko: "실험실에서 세그먼트를 잃거나 늦추고 결과를 보기",
    zh: "在实验室中丢失或推迟一个报文段，看会发生什么",
  },
  row: {
    en: "Laboratory: x X lose, 2 twice, i refuse, j forge, Alt+↓ ↑ later, sooner, Shift+F10 menu, Ctrl+Z undo",
    ko: "실험실: x X 손실, 2 두 번, i 거부, j 위조, Alt+↓ ↑ 늦게, 일찍, Shift+F10 메뉴, Ctrl+Z 되돌리기",
    zh: "实验室：x X 丢失，2 两次，i 拒绝，j 伪造，Alt+↓ ↑ 推迟、提前，Shift+F10 菜单，Ctrl+Z 撤销",
  },
});
