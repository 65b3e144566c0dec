import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { test } from "../browser/test";
import { SCREENS } from "../paths";
import { keptCast } from "../sweeps/cast";
import { openVisit } from "../sweeps/open-visit";
import { ADMIN, WEB } from "../sweeps/routes";

const WIDTHS = [
  { width: 390, height: 844, isPhone: true },
  { width: 1440, height: 900, isPhone: false },
] as const;

for (const [app, visits] of [["web", WEB] as const, ["admin", ADMIN] as const])
  for (const visit of visits)
    for (const { width, height, isPhone } of WIDTHS)
      if (visit.screen)
        test(`${visit.screen} at ${width} px`, async ({ open }) => {
          const page = await openVisit(open, app, visit, keptCast(), "en", {
            viewport: { width, height },
            hasTouch: isPhone,
            isMobile: isPhone,
            reducedMotion: "reduce",
          });
          const image = await page.screenshot({ animations: "disabled", caret: "hide" });
          await mkdir(SCREENS, { recursive: true });
          await sharp(image)
            .png({ palette: true, quality: 90, effort: 10 })
            .toFile(join(SCREENS, `${visit.screen}-${width}.png`));
        });
