import { build } from "esbuild";
import { SERVER_BUNDLE } from "../../tooling/config/server-bundle.mjs";

await build(SERVER_BUNDLE);
