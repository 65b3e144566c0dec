import type { Locale } from "@amrutam/domain/wire";
import type {} from "use-intl";
import type { Messages } from "./catalog";

declare module "use-intl" {
  /** Makes every `t("…")` of a program that imports this file know the keys and arguments of the catalogs. */
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
