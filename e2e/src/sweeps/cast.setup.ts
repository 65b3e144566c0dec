import { test } from "@playwright/test";
import { gather, keepCast } from "./cast";

test("the cast of the sweep is gathered", async () => {
  await keepCast(await gather("sweep"));
});
