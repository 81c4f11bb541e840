import { accessibilityFaults, expect, test } from "./test.ts";

test.describe("with less motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("the connection on the start page stands still and whole until it is told to play", async ({
    synfin,
    page,
  }) => {
    const living = page.getByRole("region", { name: "A real connection, playing" });
    const arrows = living.locator(".segment-arrow");
    await expect.poll(() => arrows.count()).toBeGreaterThan(1);
    const whole = await arrows.count();
    const play = living.getByRole("button", { name: "Play", exact: true });
    await expect(play).toBeVisible();
    await expect
      .poll(() => living.evaluate((element) => element.getAnimations({ subtree: true }).length))
      .toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await play.click();
    await expect(living.getByRole("button", { name: "Pause" })).toBeVisible();
    await expect.poll(() => arrows.count()).toBeLessThan(whole);
    await synfin.press("ArrowRight");
    await expect(synfin.main).toHaveAttribute("data-mode", "veiled");
  });
});

test("the connection on the start page plays by itself, and stops when it is told to", async ({
  synfin,
  page,
}) => {
  await synfin.expectPhase("empty");
  const living = page.getByRole("region", { name: "A real connection, playing" });
  const arrows = living.locator(".segment-arrow");
  await expect.poll(() => arrows.count()).toBeGreaterThan(1);
  await living.getByRole("button", { name: "Pause" }).click();
  await expect(living.getByRole("button", { name: "Play", exact: true })).toBeVisible();
});
