import { LANGUAGES } from "../src/store/language.ts";
import { capturePath, expect, test } from "./test.ts";

const SPOKEN = {
  en: { locale: "en-GB", tag: "en", script: /^[\p{Script=Latin}\p{Script=Common}]+$/u },
  ko: { locale: "ko-KR", tag: "ko", script: /\p{Script=Hangul}/u },
  zh: { locale: "zh-CN", tag: "zh-Hans", script: /\p{Script=Han}/u },
} as const;

for (const language of LANGUAGES) {
  const { locale, tag, script } = SPOKEN[language];

  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });

    test("opens the page, a capture and a lecture in its language, and says why a file is refused", async ({
      synfin,
      page,
    }) => {
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(script);
      await synfin.main.locator("textarea").fill("no packet is printed here");
      await synfin.main.locator("form button").first().click();
      await synfin.expectPhase("failed");
      await expect(page.getByRole("alert")).toHaveText(script);
      await expect(synfin.main.locator("textarea")).toHaveValue("no packet is printed here");
      await synfin.open(capturePath("handshake-and-close.pcap"), { connections: 1, segments: 11 });
      await synfin.press("ArrowRight", 3);
      await synfin.expectPosition(3);
      await expect(page.getByRole("tabpanel").locator("p").first()).toHaveText(script);
      await synfin.press("p");
      await expect(page.locator(".lecture")).toHaveText(script);
    });
  });
}

test("another language keeps capture, connection and position, and is remembered", async ({
  synfin,
  page,
}) => {
  await synfin.drop(capturePath("syn-lost-once.pcap"));
  await synfin.expectPhase("ready");
  await synfin.press("ArrowRight", 2);
  await synfin.expectPosition(2);
  const stand = () => synfin.main.evaluate(({ dataset }) => JSON.stringify(dataset));
  const before = await stand();
  for (const [language, name] of [
    ["ko", "한국어"],
    ["zh", "简体中文"],
  ] as const) {
    await synfin.show(name);
    await expect(page.locator("html")).toHaveAttribute("lang", SPOKEN[language].tag);
    await expect(page.getByRole("tabpanel").locator("p").first()).toHaveText(SPOKEN[language].script);
    expect(await stand()).toBe(before);
  }
  await synfin.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(SPOKEN.zh.script);
});
