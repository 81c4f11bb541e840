/** What is kept on this machine, what cannot be, and the offer of a new version. */
export const offline = {
  newVersion: "Synfin 的新版本已准备好。",
  reload: "重新加载",
  later: "稍后",
  partMissing:
    "Synfin 的一部分无法加载：没有网络，或已被更新的版本取代。屏幕上的内容仍可继续使用；重新加载页面即可使用其余部分。",
  kept: "Synfin 已保存在这台机器上，没有网络也能使用。",
  insecure: "由于地址不安全（既非 https 也非 localhost），浏览器不保存 Synfin 的副本：可以使用，但需要网络。",
  notKept: "Synfin 无法保存在这台机器上（浏览器的存储空间已满或被禁止）：可以使用，但需要网络。",
  notRemembered:
    "浏览器不允许 Synfin 记住任何东西（存储空间已满或被禁止）：主题、语言和大小在关闭本页后即被忘记。",
  understood: "知道了",
};
