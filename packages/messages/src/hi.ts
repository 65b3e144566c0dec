import common from "./hi/common.json";
import refusals from "./hi/refusals.json";

export const hi = { common, refusals };
