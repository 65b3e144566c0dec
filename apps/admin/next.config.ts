import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { MESSAGES, PAGES } from "../../tooling/config/pages.mjs";

const config: NextConfig = PAGES;

export default createNextIntlPlugin(MESSAGES)(config);
