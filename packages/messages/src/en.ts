import common from "./en/common.json";
import refusals from "./en/refusals.json";

export const en = { common, refusals };
