import { words } from "../words.ts";

/** Predicting, from outside. */
export const predictWords = words({
  open: {
    en: "Predict",
    ko: "예측",
    zh: "预测",
  },
  hint: {
    en: "Predict: hide what comes next and guess it, or stop guessing",
    ko: "예측: 다음에 올 것을 가리고 맞히기, 또는 그만두기",
    zh: "预测：隐藏接下来的内容并猜测，或停止猜测",
  },
  row: {
    en: "Predict: hide what comes next and guess it, or stop guessing",
    ko: "예측: 다음에 올 것을 가리고 맞히기, 또는 그만두기",
    zh: "预测：隐藏接下来的内容并猜测，或停止猜测",
  },
  opens: {
    en: "quiz",
    ko: "예측 문제",
    zh: "预测",
  },
});

/** The lesson of an example, from outside. */
export const tourWords = words({
  open: {
    en: "Lesson",
    ko: "수업",
    zh: "课程",
  },
  hint: {
    en: "Begin the guided tour of an example, or leave it",
    ko: "예제의 안내 투어 시작, 또는 나가기",
    zh: "开始或退出示例的导览",
  },
  row: {
    en: "Begin the guided tour of an example, or leave it",
    ko: "예제의 안내 투어 시작, 또는 나가기",
    zh: "开始或退出示例的导览",
  },
});
