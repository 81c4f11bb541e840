/** The lecture view. */
export const lecture = {
  close: "退出演示视图",
  label: "讲课",
  subtitle: "原因",
  told: (what: string) => `${what}。`,
  move: (end: string, from: string, to: string) => `${end}：${from} → ${to}`,
  assumed: (state: string) => `${state}（假定）`,
  betweenSentences: "",
};
